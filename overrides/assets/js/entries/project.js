// Makes the page of a project a tool: where each sheet stands, what comes next, what is due, and all of it in one file.
// Without this the page lists the sheets in the order of the steps.

import { openPage } from "../project/page.js";

const place = document.querySelector("[data-project]");
if (place) openPage(place);
