import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { InvalidInput, Upstream } from "../../../database/errors.ts";

/** What isn't the public internet: IANA's special-purpose registries for IPv4 and IPv6. */
// A list a family: a BlockList compares IPv4 with the IPv6 ranges that embed it, which would refuse them all.
const NOT_PUBLIC = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const range of [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
  // Loopback, and what embeds an IPv4 address by which it could be reached all the same.
  ...["::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"],
  ...[
    "100::/64",
    "2001:db8::/32",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
  ],
]) {
  const [network = "", bits] = range.split("/");
  const family = isIP(network) === 6 ? "ipv6" : "ipv4";
  NOT_PUBLIC[family].addSubnet(network, Number(bits), family);
}

export function isPublic(address: string): boolean {
  const version = isIP(address);
  const family = version === 6 ? "ipv6" : "ipv4";
  return version !== 0 && !NOT_PUBLIC[family].check(address, family);
}

/**
 * The addresses of a host, looked up once: the caller connects to one of these and not to the name, so that a second
 * look-up can't give another answer.
 *
 * @param allowed Hosts, as `name` or `name:port`, that may lie on this machine or in a private network.
 * @throws InvalidInput where any address of it is private, loopback or otherwise not public; Upstream where the name
 * isn't known.
 */
export async function reachableAddresses(url: URL, allowed: readonly string[]): Promise<string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await addressesOf(host);
  if (allowed.some((one) => one === url.hostname || one === url.host)) return addresses;
  const hidden = addresses.find((address) => !isPublic(address));
  if (hidden === undefined) return addresses;
  const message = `${host} is ${hidden}, which isn't a public address. Set MEAL_PLANNER_PRIVATE_HOSTS to allow it.`;
  throw new InvalidInput([{ path: "url", message }]);
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    const found = await lookup(host, { all: true });
    return found.map(({ address }) => address);
  } catch (error) {
    throw new Upstream("rejected", `There is no host ${host}. Check the address.`, { cause: error });
  }
}
