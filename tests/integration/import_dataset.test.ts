import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { importDataset as loadDataset } from "../../f/meal-planner/foods/datasets/import_dataset.ts";
import { foodIdOf } from "../../f/meal-planner/foods/food_record.ts";
import { main as importDataset } from "../../f/meal-planner/handlers/usda/import_dataset/script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "datasets-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await db.database.query("delete from meal_planner.food_datasets where source <> 'starter'");
  await db.database.query("delete from meal_planner.foods where source <> 'starter'");
});

const load = (source: string, format: "fdc_csv" | "fdc_json" | "sr_ascii" | "ndjson") =>
  importDataset(source, format, db.resource);

async function file(name: string, contents: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), contents);
  return join(folder, name);
}

async function stored() {
  const { rows } = await db.database.query(
    `select food_id, source, source_id, ndb, fdc_id, description, category, per_100g, portions, refuse_percent
     from meal_planner.foods where source <> 'starter' order by source, source_id`,
  );
  return rows;
}

const APPLE = {
  ndb: "99001",
  fdc_id: 777001,
  desc: "Test apple, raw",
  group: "Fruits and Fruit Juices",
  refuse_pct: 10,
  n: { kcal: 52, protein: 0.26, fat: 0.17, carb: 13.81, sodium: 1 },
  portions: [{ amount: 2, unit: "cup, sliced", g: 218 }],
};

describe("one food a line", () => {
  const lines = `${JSON.stringify(APPLE)}\n\nnot json\n{"desc":"No id","n":{}}\n{"ndb":"99002","desc":"Minus","n":{"kcal":-1}}\n`;

  test("is read plain and gzipped alike; bad rows are counted and named", async () => {
    const plain = await load(await file("foods.ndjson", lines), "ndjson");
    expect(plain).toMatchObject({ foods: 1, nutrients: 5, portions: 1, skipped: 3, changed: true });
    expect(plain.reasons.join("\n")).toMatch(/foods\.ndjson:3[\s\S]*neither ndb nor fdc_id[\s\S]*below 0/);
    const [apple] = await stored();
    expect(apple).toMatchObject({
      food_id: foodIdOf("usda_sr", "99001"),
      source_id: "99001",
      fdc_id: 777001,
      refuse_percent: 10,
      portions: [{ unit: "cup, sliced", grams: 109 }],
    });
    expect(apple?.per_100g).toMatchObject({ energy_kcal: 52, sodium_mg: 1, fibre_g: null });
    expect(await load(await file("foods.ndjson.gz", gzipSync(lines)), "ndjson")).toMatchObject({
      changed: false,
    });
    expect(await stored()).toHaveLength(1);
  });

  test("a changed figure is written, the id stays", async () => {
    await load(await file("a.ndjson", JSON.stringify(APPLE)), "ndjson");
    const [before] = await stored();
    await load(await file("b.ndjson", JSON.stringify({ ...APPLE, n: { kcal: 60 } })), "ndjson");
    const [after] = await stored();
    expect(after?.food_id).toBe(before?.food_id);
    expect(after?.per_100g).toMatchObject({ energy_kcal: 60, protein_g: null });
  });

  test("comes over http too", async () => {
    const server = createServer((_request, response) => response.end(gzipSync(JSON.stringify(APPLE))));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as AddressInfo;
    try {
      expect(await load(`http://127.0.0.1:${port}/sr.ndjson.gz`, "ndjson")).toMatchObject({ foods: 1 });
    } finally {
      server.close();
    }
    await expect(load(`http://127.0.0.1:${port}/sr.ndjson.gz`, "ndjson")).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
    });
  });
});

const CSV = {
  "food.csv": `"fdc_id","data_type","description","food_category_id","publication_date"
"777001","sr_legacy_food","Test apple, raw","9","2019-04-01"
"777002","foundation_food","Bread, ""crusty"",
two lines","18","2020-01-01"
"777003","branded_food","A brand","","2020-01-01"
`,
  "nutrient.csv": `rank,name,id,unit_name,nutrient_nbr
1,Energy,1008,KCAL,208
2,Protein,1003,G,203.0
3,"Energy (Atwater General Factors)",2047,KCAL,957
4,Caffeine,1057,MG,262
`,
  "food_nutrient.csv": `id,fdc_id,nutrient_id,amount
1,777001,1008,52
2,777001,1003,0.26
3,777002,2047,265
4,777001,1057,3
5,777001,9999,3
`,
  "food_portion.csv": `id,fdc_id,seq_num,amount,measure_unit_id,portion_description,modifier,gram_weight
1,777001,1,10,9999,,rings,60
2,777002,1,1,1050,,sliced,40
`,
  "measure_unit.csv": "id,name\n9999,undetermined\n1050,slice\n",
  "food_category.csv": 'id,code,description\n9,0900,"Fruits and Fruit Juices"\n18,1800,Baked Products\n',
  "sr_legacy_food.csv": "fdc_id,NDB_number\n777001,99001\n",
};

describe("FoodData Central's CSV", () => {
  test("is read from a zip: columns by name, quotes, both kinds of food, energy by Atwater factors", async () => {
    const zip = zipOf(Object.entries(CSV).map(([name, text]) => [`FoodData/${name}`, text]));
    const report = await load(await file("fdc_csv.zip", zip), "fdc_csv");
    expect(report).toMatchObject({ foods: 2, nutrients: 3, portions: 2, skipped: 1 });
    const [bread, apple] = await stored();
    expect(apple).toMatchObject({
      source: "usda_sr",
      source_id: "99001",
      category: "Fruits and Fruit Juices",
      portions: [{ unit: "rings", grams: 6 }],
    });
    expect(bread).toMatchObject({
      source: "usda_foundation",
      source_id: "777002",
      description: 'Bread, "crusty",\ntwo lines',
      portions: [{ unit: "slice, sliced", grams: 40 }],
    });
    expect(bread?.per_100g).toMatchObject({ energy_kcal: 265, protein_g: null });
  });

  test("says progress while it reads, and counts foods of other kinds once by name", async () => {
    const rows = Array.from({ length: 200_001 }, (_, i) => `${i},777001,1057,1`);
    const food = `${CSV["food.csv"]}"777004","sample_food","A sample","","2020-01-01"\n"777005","sample_food","B","",""\n`;
    const csv = {
      ...CSV,
      "food.csv": food,
      "food_nutrient.csv": `id,fdc_id,nutrient_id,amount\n${rows.join("\n")}`,
    };
    const said: string[] = [];
    const source = await file("long.zip", zipOf(Object.entries(csv)));
    const report = await db.database.transaction((tx) =>
      loadDataset(tx, { source, format: "fdc_csv" }, (progress) => said.push(progress)),
    );
    expect(said).toContain("200000 figures read");
    expect(report).toMatchObject({
      skipped: 3,
      reasons: ["Of another kind: branded_food", "Of another kind: sample_food"],
    });
  });

  test("has a Foundation food once, under its id from before, when it is published anew", async () => {
    const older = `777002,19001,`;
    const newer = `888002,19001,`;
    const foundation = (rows: string) => ({
      ...CSV,
      "foundation_food.csv": `fdc_id,NDB_number,footnote\n${rows}\n`,
    });
    await load(await file("older.zip", zipOf(Object.entries(foundation(older)))), "fdc_csv");
    const before = (await stored()).find((food) => food.source === "usda_foundation");
    const food = `${CSV["food.csv"]}"888002","foundation_food","Bread, crusty","18","2024-10-31"\n`;
    const figures = `${CSV["food_nutrient.csv"]}9,888002,1003,8\n10,888002,1004,2\n11,888002,1005,50\n`;
    const nutrient = `${CSV["nutrient.csv"]}5,Fat,1004,G,204\n6,Carbohydrate,1005,G,205\n`;
    const csv = { "food.csv": food, "food_nutrient.csv": figures, "nutrient.csv": nutrient };
    const again = { ...foundation(`${older}\n${newer}`), ...csv };
    expect(await load(await file("newer.zip", zipOf(Object.entries(again))), "fdc_csv")).toMatchObject({
      foods: 2,
    });
    const after = (await stored()).filter((one) => one.source === "usda_foundation");
    expect(after).toMatchObject([{ food_id: before?.food_id, fdc_id: 888002, description: "Bread, crusty" }]);
    // Without an energy of its own: 4, 9 and 4 kcal a gram.
    expect(after[0]?.per_100g).toMatchObject({ energy_kcal: 250 });
  });

  test("without NDB numbers updates the record of the same FDC id", async () => {
    await load(await file("first.ndjson", JSON.stringify(APPLE)), "ndjson");
    const without = Object.entries(CSV).filter(([name]) => name !== "sr_legacy_food.csv");
    await load(await file("no_ndb.zip", zipOf(without)), "fdc_csv");
    expect((await stored()).filter((food) => food.source === "usda_sr")).toMatchObject([
      { source_id: "99001", ndb: "99001", fdc_id: 777001 },
    ]);
  });

  test("with a file missing, cut short or of another kind is refused and nothing is written", async () => {
    const some = zipOf([["food.csv", CSV["food.csv"]]]);
    const attempts: [string, "fdc_csv" | "ndjson"][] = [
      [await file("some.zip", some), "fdc_csv"],
      [await file("cut.zip", some.subarray(0, 60)), "fdc_csv"],
      [await file("text.csv", "hello"), "fdc_csv"],
      [join(folder, "absent"), "fdc_csv"],
      [await file("empty.ndjson", ""), "ndjson"],
      ["ftp://example.org/sr.zip", "fdc_csv"],
    ];
    for (const [source, format] of attempts) {
      await expect(load(source, format)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
    expect(await stored()).toEqual([]);
  });
});

describe("FoodData Central's JSON", () => {
  const document = {
    SRLegacyFoods: [
      {
        fdcId: 777001,
        description: 'Test "apple" {raw}',
        ndbNumber: 99001,
        foodCategory: { description: "Fruits and Fruit Juices" },
        foodNutrients: [
          { nutrient: { id: 1008, number: "208", name: "Energy", unitName: "kcal" }, amount: 52 },
          { nutrient: { id: 1003, number: "203", name: "Protein", unitName: "g" } },
        ],
        foodPortions: [
          { amount: 10, gramWeight: 60, modifier: "rings", measureUnit: { name: "undetermined" } },
          { amount: 1, gramWeight: null, modifier: "never weighed", measureUnit: null },
        ],
      },
      { fdcId: "no number" },
    ],
  };

  test("is read food by food; a bad one is skipped", async () => {
    const report = await load(await file("sr.json", JSON.stringify(document)), "fdc_json");
    expect(report).toMatchObject({ foods: 1, nutrients: 1, portions: 1, skipped: 1 });
    expect(await stored()).toMatchObject([
      {
        source: "usda_sr",
        source_id: "99001",
        description: 'Test "apple" {raw}',
        portions: [{ unit: "rings", grams: 6 }],
      },
    ]);
  });

  test("and the same food as CSV, JSON and a line is one record", async () => {
    await load(await file("one.ndjson", JSON.stringify(APPLE)), "ndjson");
    await load(await file("one.json", JSON.stringify(document)), "fdc_json");
    await load(await file("one.zip", zipOf(Object.entries(CSV))), "fdc_csv");
    expect((await stored()).map((food) => food.source_id)).toEqual(["777002", "99001"]);
  });
});

describe("USDA's ASCII", () => {
  test("is read from a folder, figures from NUT_DATA, an empty column unknown", async () => {
    const sr = await mkdtemp(join(folder, "sr-"));
    await writeFile(
      join(sr, "FOOD_DES.txt"),
      Buffer.from("~99001~^~0900~^~Crème apple~^~APPLE~^~~^~~^~~^~core~^10^~~^6.25^4^9^4\r\n", "latin1"),
    );
    await writeFile(join(sr, "FD_GROUP.txt.gz"), gzipSync("~0900~^~Fruits and Fruit Juices~\r\n"));
    await writeFile(join(sr, "NUT_DATA.txt"), "~99001~^~208~^52.0^0^^~1~\r\n~99001~^~203~^^0^^~1~\r\n");
    await writeFile(join(sr, "WEIGHT.txt"), "~99001~^1^2^~cup~^218^^\r\n");
    expect(await load(sr, "sr_ascii")).toMatchObject({ foods: 1, nutrients: 1, portions: 1, skipped: 0 });
    const [apple] = await stored();
    expect(apple).toMatchObject({
      description: "Crème apple",
      category: "Fruits and Fruit Juices",
      refuse_percent: 10,
    });
    expect(apple?.per_100g).toMatchObject({ energy_kcal: 52, protein_g: null });
  });
});

const DATA = new URL("../../../shared/data/usda/", import.meta.url).pathname;

describe.skipIf(!existsSync(DATA))("the real releases", () => {
  test("SR28 as lines, then again: 8,789 foods and nothing twice", { timeout: 120_000 }, async () => {
    const report = await load(join(DATA, "sr28.ndjson.gz"), "ndjson");
    expect(report).toMatchObject({ foods: 8789, skipped: 0, changed: true });
    expect(await load(join(DATA, "sr28.ndjson.gz"), "ndjson")).toMatchObject({ foods: 8789, changed: false });
    expect(await stored()).toHaveLength(8789);
  });

  test("SR26 in ASCII agrees with SR28 on butter", { timeout: 120_000 }, async () => {
    const report = await load(join(DATA, "sr_ascii"), "sr_ascii");
    expect(report.foods).toBeGreaterThan(8400);
    const butter = (await stored()).find((food) => food.ndb === "01001");
    expect(butter).toMatchObject({ description: "Butter, salted", category: "Dairy and Egg Products" });
    expect(butter?.per_100g).toMatchObject({ energy_kcal: 717, protein_g: 0.85, cholesterol_mg: 215 });
  });
});

/** A zip archive of deflated entries, as small as the format allows. */
function zipOf(entries: [name: string, text: string][]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const sizes = (header: Buffer, at: number) => {
      header.writeUInt16LE(8, at);
      header.writeUInt32LE(crc32(data), at + 6);
      header.writeUInt32LE(packed.length, at + 10);
      header.writeUInt32LE(data.length, at + 14);
      header.writeUInt16LE(Buffer.byteLength(name), at + 18);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    sizes(local, 8);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    sizes(entry, 10);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += local.length + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
