import { startKeys } from "./keys.ts";
import { startLive } from "./live.ts";
import { startMenus } from "./menus.ts";
import { startOffline } from "./offline.ts";
import { startPicking } from "./picking.ts";
import { startSelecting } from "./selecting.ts";
import { startSliding } from "./sliding.ts";

startMenus();
startKeys();
startOffline();
startLive();
startPicking();
startSelecting();
startSliding();
