import { windmillApi } from "./adapters/windmill.ts";
import { mountPage } from "./mount_page.tsx";

void mountPage(windmillApi());
