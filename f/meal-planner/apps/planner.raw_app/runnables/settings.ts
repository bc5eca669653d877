import type {
  connectComplete,
  connectCompleteInput,
  connectStart,
  connectStartInput,
  disconnect,
  disconnectInput,
} from "../../../handlers/fatsecret/connect_account.ts";
import type { testConnection, testConnectionInput } from "../../../handlers/tandoor/test_connection.ts";
import type { setHousehold, setHouseholdInput } from "../../../households/household.ts";
import type { Call } from "./call.ts";

const HANDLERS = "f/meal-planner/handlers";

export const SETTINGS_PATHS = {
  set_household: `${HANDLERS}/households/set_household/script`,
  test_tandoor: `${HANDLERS}/tandoor/test_connection/script`,
  connect_fatsecret: `${HANDLERS}/fatsecret/connect_start/script`,
  complete_fatsecret: `${HANDLERS}/fatsecret/connect_complete/script`,
  disconnect_fatsecret: `${HANDLERS}/fatsecret/disconnect/script`,
} as const;

export type SettingsCalls = {
  set_household: Call<typeof setHouseholdInput, typeof setHousehold>;
  test_tandoor: Call<typeof testConnectionInput, typeof testConnection>;
  connect_fatsecret: Call<typeof connectStartInput, typeof connectStart>;
  complete_fatsecret: Call<typeof connectCompleteInput, typeof connectComplete>;
  disconnect_fatsecret: Call<typeof disconnectInput, typeof disconnect>;
};
