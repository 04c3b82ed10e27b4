// What is left behind after a use: in the browser's profile, on the disk, in lists of programs, in memory. Prints one line of
// JSON for each thing that was looked at. A planted mistake must be found.
//
// node traces.mjs profile|exit|disk|names chromium|firefox [rounds] [mistake]
import { disk } from "./traces/disk.mjs";
import { memory } from "./traces/memory.mjs";
import { names } from "./traces/names.mjs";
import { profile } from "./traces/profile.mjs";
import { exits } from "./traces/exit.mjs";

const [what = "profile", ...words] = process.argv.slice(2);
const KINDS = { profile, exit: exits, disk, names, memory };
if (!KINDS[what]) throw new Error(`there is no ${what}; there are ${Object.keys(KINDS).join(", ")}`);
const rows = await KINDS[what](...words);
for (const row of rows) console.log(JSON.stringify(row));
process.exit(0);
