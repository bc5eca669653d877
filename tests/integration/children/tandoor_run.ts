import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import { importExport, importExportInput } from "../../../f/meal-planner/handlers/tandoor/import_export.ts";
import { childInput } from "./stop_point.ts";

const { db, ...input } = childInput<{ db: Postgresql; run: object }>();
const database = new Database(db);
const result = await importExport(database, importExportInput.parse(input.run));
console.log(JSON.stringify(result));
await database.close();
