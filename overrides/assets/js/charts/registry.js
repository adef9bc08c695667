// The kinds of chart. A new kind is one file here, a line here, a model in macros/models/tables.py, and its words.

import { scores } from "./bars.js";
import { levels } from "./ladder.js";
import { rings } from "./rings.js";
import { timeline } from "./timeline.js";

export const KINDS = { levels, rings, scores, timeline };
