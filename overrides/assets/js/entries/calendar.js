// On a worksheet with dates: gives them to the reader's calendar, and points out a day that is a bank holiday.

import { pointOut } from "../calendar/holidays.js";

const place = document.querySelector("[data-calendar]");
const form = document.querySelector("form[data-worksheet]");
if (place && form) start();

function start() {
  const words = JSON.parse(place.dataset.words);
  const press = place.querySelector("[data-calendar-make]");
  const status = place.querySelector("[data-calendar-status]");
  pointOut(form, JSON.parse(place.dataset.holidays), words);
  press.addEventListener("click", async () => {
    try {
      const { make } = await import("../calendar/file.js");
      status.textContent = make(form, JSON.parse(place.dataset.sheet), words);
    } catch {
      status.textContent = words.failed;
    }
  });
  place.hidden = false;
}
