import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  encodeParameters,
  type OAuthParameter,
  percentEncode,
  signatureBase,
  signHmacSha1,
} from "../../f/meal-planner/handlers/fatsecret/oauth_signature.ts";
import { signRequest } from "../../f/meal-planner/handlers/fatsecret/sign_request.ts";

const sign = (
  method: string,
  address: string,
  parameters: OAuthParameter[],
  consumerSecret: string,
  tokenSecret?: string,
) => signHmacSha1(signatureBase(method, new URL(address), parameters), { consumerSecret, tokenSecret });

describe("percent-encoding", () => {
  test.each([
    ["letters, digits and -._~ stay", "azAZ09-._~", "azAZ09-._~"],
    ["a space is %20, never +", "2 q", "2%20q"],
    ["a plus is %2B", "2+q", "2%2Bq"],
    ["what JavaScript leaves alone is encoded too", "!'()*", "%21%27%28%29%2A"],
    [
      "bytes are UTF-8, in upper case",
      "Crème brûlée ☃ 日",
      "Cr%C3%A8me%20br%C3%BBl%C3%A9e%20%E2%98%83%20%E6%97%A5",
    ],
    ["signs of a query are encoded", "a=b&c%/?#[]@:,;$", "a%3Db%26c%25%2F%3F%23%5B%5D%40%3A%2C%3B%24"],
  ])("%s", (_, given, encoded) => expect(percentEncode(given)).toBe(encoded));
});

describe("the text that is signed", () => {
  // RFC 5849, section 3.4.1.1: names that come twice, an empty value, encoded names, a query and a form.
  test("is the RFC's for the RFC's request", () => {
    const url = new URL("http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b");
    const base = signatureBase("post", url, [
      ["c2", ""],
      ["a3", "2 q"],
      ["oauth_consumer_key", "9djdj82h48djs9d2"],
      ["oauth_token", "kkk9d7dh3k39sjv7"],
      ["oauth_signature_method", "HMAC-SHA1"],
      ["oauth_timestamp", "137131201"],
      ["oauth_nonce", "7d8f3e4a"],
      ["oauth_signature", "bYT5CMsGcbgUdFHObYMEfcx6bsw="],
      ["realm", "Example"],
    ]);
    expect(base).toBe(
      "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7",
    );
  });

  test.each([
    ["http://example.com:8080/r", "http://example.com:8080/r"],
    ["https://example.com:443/r?x=1", "https://example.com/r"],
    ["https://Example.com", "https://example.com/"],
  ])("has %s as %s", (address, base) => {
    expect(signatureBase("GET", new URL(address), [])).toContain(`GET&${percentEncode(base)}&`);
  });
});

describe("signatures of public examples", () => {
  const oauth = (key: string, timestamp: string, nonce: string, token?: string): OAuthParameter[] => [
    ["oauth_consumer_key", key],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", timestamp],
    ["oauth_nonce", nonce],
    ...(token ? ([["oauth_token", token]] as const) : []),
  ];

  test("two of RFC 5849, section 1.2: for a token with its verifier, and for a photo", () => {
    const key = "dpf43f3p2l4k3l03";
    const secret = "kd94hf93k423kf44";
    const verifier: OAuthParameter = ["oauth_verifier", "hfdp7dh39dks9884"];
    const token = [...oauth(key, "137131201", "walatlh", "hh5s93j4hdidpola"), verifier];
    expect(sign("POST", "https://photos.example.net/token", token, secret, "hdhd0244k9j7ao03")).toBe(
      "gKgrFCywp7rO0OXSjdot/IHF7IU=",
    );
    const photo = oauth(key, "137131202", "chapoH", "nnch734d00sl2jdk");
    const address = "http://photos.example.net/photos?file=vacation.jpg&size=original";
    expect(sign("GET", address, photo, secret, "pfkkdhi9sl3r4s00")).toBe("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
  });

  test("that of OAuth Core 1.0, appendix A", () => {
    const parameters: OAuthParameter[] = [
      ...oauth("dpf43f3p2l4k3l03", "1191242096", "kllo9940pd9333jh", "nnch734d00sl2jdk"),
      ["oauth_version", "1.0"],
    ];
    const address = "http://photos.example.net/photos?file=vacation.jpg&size=original";
    expect(sign("GET", address, parameters, "kd94hf93k423kf44", "pfkkdhi9sl3r4s00")).toBe(
      "tR3+Ty81lMeYAr/Fid0kMTYa/WM=",
    );
  });

  test("Twitter's, with spaces, a plus, a comma and an exclamation mark", () => {
    const parameters: OAuthParameter[] = [
      ["status", "Hello Ladies + Gentlemen, a signed OAuth request!"],
      ["include_entities", "true"],
      ...oauth(
        "xvz1evFS4wEEPTGEFPHBog",
        "1318622958",
        "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
        "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
      ),
      ["oauth_version", "1.0"],
    ];
    const secrets = [
      "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
      "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
    ] as const;
    expect(sign("POST", "https://api.twitter.com/1.1/statuses/update.json", parameters, ...secrets)).toBe(
      "hCtSmYh+iHYCEqBWrE7C7hYmtUk=",
    );
    expect(sign("POST", "https://api.twitter.com/1/statuses/update.json", parameters, ...secrets)).toBe(
      "tnnArxj06cWHq44gCs1OSKk/jLY=",
    );
  });
});

// Base and signature were worked out apart from this program, by the RFC's steps.
describe("a request as it is sent", () => {
  const signing = {
    consumerKey: "key 1",
    consumerSecret: "se&cret%",
    token: "to/ken+=",
    tokenSecret: "t s+1",
    timestamp: 1_700_000_000,
    nonce: "n",
  };
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

  test("carries the signature of its form, odd characters in values, key, token and secrets included", () => {
    const signed = signRequest(
      {
        method: "POST",
        url: new URL("https://platform.fatsecret.com/rest/server.api"),
        headers: { accept: "application/json" },
        body: form({
          method: "food_entry.create",
          food_entry_name: "Crème brûlée (½) & 100% 'good' + ~* !",
          number_of_units: "1.5",
        }),
      },
      signing,
    );
    expect(new URLSearchParams(signed.body).get("oauth_signature")).toBe("JkboFCzxMVkBuv3KFst6PrFdEdg=");
    expect(signed.body).toContain(
      "food_entry_name=Cr%C3%A8me%20br%C3%BBl%C3%A9e%20%28%C2%BD%29%20%26%20100%25%20%27good%27%20%2B%20~%2A%20%21",
    );
    expect(signed.url.search).toBe("");
  });

  test("of a name that comes twice is in the order of the encoded names, then of the values", () => {
    const base = signatureBase("GET", new URL("http://localhost:8080/x"), [
      ["a b", "2"],
      ["a b", "10"],
      ["a%20b", "1"],
      ["a", ""],
    ]);
    expect(base).toBe(
      "GET&http%3A%2F%2Flocalhost%3A8080%2Fx&a%3D%26a%2520b%3D10%26a%2520b%3D2%26a%252520b%3D1",
    );
    expect(signHmacSha1(base, { consumerSecret: "s" })).toBe("cKs2DLChM5TFLuwmvevaiTmEzvo=");
  });

  test("says to whoever decodes it just what was given, of any text", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })),
        (fields) => {
          const parameters = Object.entries(fields);
          const request = { method: "GET", url: new URL("http://host/x"), headers: {}, body: undefined };
          request.url.search = encodeParameters(parameters);
          const { url } = signRequest(request, signing);
          const sent = [...new URLSearchParams(url.search)].filter(([name]) => !name.startsWith("oauth_"));
          expect(sent).toEqual(parameters.filter(([name]) => !name.startsWith("oauth_")));
          expect(url.search).not.toContain("+");
        },
      ),
      { numRuns: 40 },
    );
  });
});
