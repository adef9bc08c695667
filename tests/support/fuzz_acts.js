// What a reader may do on a worksheet's page, one act after the other, and what must then stand there: see fuzz.py. It is
// put into every page. An act gets `chance`, whole numbers from a seed, and what must stand in the boxes; it returns what
// must stand there now, or throws what was lost.

(() => {
  const MOST_ROWS = 60;
  const WORDS = [
    "Llŷr Ŵyn",
    "Wiśniewska",
    "Łódź",
    "مرحبا",
    "😀👩‍👩‍👧",
    "a\tb",
    "=1+1",
    '"quoted"',
    "<b>",
    "",
    "0",
    "x".repeat(300),
  ];
  const DAMAGED = ["{", "[]", "\x00", '{"worksheet":"persona","version":1,"answers":{}}'];
  const all = (where) => [...document.querySelectorAll(where)];
  const status = () => document.querySelector("[data-told] [data-status]");
  const setItem = Storage.prototype.setItem;
  let storage = "";
  let saved;

  // As a browser does it: what is there can still be read when the storage is full.
  Storage.prototype.setItem = function (...given) {
    const name = { full: "QuotaExceededError", blocked: "SecurityError" }[storage];
    if (name) throw new DOMException(storage, name);
    return setItem.apply(this, given);
  };
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    saved = blob;
    return createObjectURL.call(URL, blob);
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) click.call(this);
  };

  function boxes() {
    return all("form.worksheet [name]").filter((box) => !box.readOnly);
  }

  // Rows and boxes by what lasts: a row's number changes when one before it goes.
  function keyOf(box) {
    const row = box.closest("tr[data-row]");
    if (!row) return box.name;
    const [table, , column] = box.name.split(".");
    return `${table}.${row.dataset.row}.${column}`;
  }

  function read(nameOf = keyOf) {
    const values = boxes().map((box) => [nameOf(box), box.type === "checkbox" ? box.checked : box.value]);
    return Object.fromEntries(values.filter(([, value]) => value !== "" && value !== false));
  }

  function differing(wanted, got) {
    return [...new Set([...Object.keys(wanted), ...Object.keys(got)])]
      .filter((key) => wanted[key] !== got[key])
      .map((key) => `${key}: ${JSON.stringify(wanted[key])} is now ${JSON.stringify(got[key])}`);
  }

  function check(wanted, got = read()) {
    const lost = differing(wanted, got);
    if (lost.length) throw new Error(lost.slice(0, 5).join("; "));
    return wanted;
  }

  // What was typed after a file was saved stays beside what the file holds, so a row of it may now stand further down.
  function holdsAll(wanted, got) {
    const left = Object.entries(got).map(([name, value]) => [columnOf(name), value]);
    const lost = Object.entries(wanted).filter(([name, value]) => {
      const at = left.findIndex(([column, other]) => column === columnOf(name) && other === value);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    if (lost.length) throw new Error(`Not in the sheet that was loaded: ${JSON.stringify(lost.slice(0, 5))}`);
  }

  function columnOf(name) {
    return name.replace(/\.\d+\./, ".");
  }

  function press(where, at) {
    const shown = all(where).filter((each) => each.checkVisibility());
    if (shown.length) shown[at % shown.length].click();
    return shown.length ? shown[at % shown.length] : undefined;
  }

  function undo() {
    return press("[data-told] [data-undo]", 0);
  }

  async function answered(isDone = () => status().textContent) {
    for (let turn = 0; turn < 2000 && !isDone(); turn += 1) await new Promise((done) => setTimeout(done, 5));
  }

  async function pick(text) {
    const picker = document.querySelector("[data-picker]");
    const files = new DataTransfer();
    files.items.add(new File([text], "a.json", { type: "application/json" }));
    status().textContent = "";
    picker.files = files.files;
    picker.dispatchEvent(new Event("change", { bubbles: true }));
    // What would take the place of something here is shown before it is taken.
    const shown = document.querySelector("[data-shown]");
    const isSaid = () => status().textContent.includes("a.json"); // and not that there is room again
    await answered(() => isSaid() || shown.childElementCount);
    if (!shown.childElementCount) return;
    shown.querySelector("[value=replace]")?.click();
    const isTaking = shown.querySelector(".bring-in__buttons .button");
    shown.querySelector(".bring-in__buttons button").click(); // of an empty file there is only the way to close it
    if (isTaking) await answered(isSaid);
  }

  function typeInto(kinds, written, at, value) {
    const some = boxes().filter((box) => kinds.includes(box.dataset.kind));
    const box = some[at % some.length];
    const given = value(box);
    box.focus();
    if (box.type === "checkbox") box.checked = given;
    else box.value = given;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
    const { [keyOf(box)]: _was, ...others } = written;
    return given === "" || given === false ? others : { ...others, [keyOf(box)]: given };
  }

  function type(wanted, [at, word, number]) {
    return typeInto(["text", "long_text"], wanted, at, () => `${WORDS[word % WORDS.length]} ${number}`);
  }

  const ACTS = {
    type,
    empty: (wanted, [at]) => typeInto(["text", "long_text"], wanted, at, () => ""),
    choose: (wanted, [at, option]) =>
      typeInto(["choice", "scale"], wanted, at, (box) => box.options[option % box.options.length].value),
    date: (wanted, [at, day]) => typeInto(["date"], wanted, at, () => `2027-03-${String(10 + (day % 20))}`),
    tick: (wanted, [at]) => typeInto(["tick"], wanted, at, (box) => !box.checked),

    add(wanted, [at]) {
      if (all("tr[data-row]").length < MOST_ROWS) press(".worksheet__add button", at);
      return wanted;
    },
    // A row goes with what was in it, and Undo brings all of it back.
    remove(wanted, [at, back]) {
      const rows = all("tr[data-row]").filter((row) => row.querySelector(".worksheet-table__remove:not([hidden])"));
      if (!rows.length) return wanted;
      const row = rows[at % rows.length];
      const start = `${row.closest("table").dataset.table}.${row.dataset.row}.`;
      row.querySelector(".worksheet-table__remove").click();
      const left = Object.fromEntries(Object.entries(wanted).filter(([key]) => !key.startsWith(start)));
      check(left);
      if (!(back % 2)) return left;
      press(".worksheet-table__gap button:focus", 0);
      return wanted;
    },
    // All goes, and comes back.
    removeAll(wanted, [back]) {
      if (!Object.keys(wanted).length) return wanted;
      press("[data-tools] [data-do=remove]", 0);
      check({});
      if (!(back % 5)) return {};
      undo();
      return wanted;
    },
    // Rows from a spreadsheet: every cell of it is somewhere, in a box or in the list of what has none.
    paste(wanted, [at, down, number, html]) {
      const cells = Array.from({ length: 1 + (down % 4) }, (_, row) => [`p${number}-${row}`, `q ${number}-${row}`]);
      const some = all("tr[data-row] textarea[name]");
      const box = some[at % some.length];
      const rows = [...box.closest("tbody").querySelectorAll("tr[data-row]")];
      const before = new Set(rows.slice(0, rows.indexOf(box.closest("tr"))).map((row) => row.dataset.row));
      const data = new DataTransfer();
      data.setData("text/plain", cells.map((row) => row.join("\t")).join("\n"));
      const lines = cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
      if (html % 2) data.setData("text/html", `<table>${lines.join("")}</table>`);
      box.focus();
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      const now = read();
      const shown = [...Object.values(now), document.querySelector("[data-unplaced]").textContent].join("\n");
      const lost = cells.flat().filter((cell) => !shown.includes(cell));
      if (lost.length) throw new Error(`pasted and gone: ${lost}`);
      const table = box.name.split(".")[0];
      const isOther = ([key]) => !key.startsWith(`${table}.`) || before.has(key.split(".")[1]);
      const others = (values) => Object.fromEntries(Object.entries(values).filter(isOther));
      check(others(wanted), others(now));
      if (number % 3) return now;
      undo();
      return wanted;
    },
    // The switch is pressed; whatever it says, the page has all that it had.
    keep(wanted) {
      press("[data-keep]", 0);
      return wanted;
    },
    // The storage fills up or is taken away, or has room again; then the next letter takes all along.
    full(wanted, chance) {
      storage = storage ? "" : "full";
      return type(wanted, chance);
    },
    blocked(wanted, chance) {
      storage = storage ? "" : "blocked";
      return type(wanted, chance);
    },
    room(wanted, chance) {
      if (!storage) return wanted;
      storage = "";
      return type(wanted, chance);
    },
    // An older file, with words for a choice and an answer to a question that is gone.
    async load(wanted, [number, back]) {
      const answers = { community: `file ${number}`, "partners.1.tier": "Core", gone: "old" };
      await pick(JSON.stringify({ worksheet: "partner-map", version: 1, answers, rows: { partners: 3 } }));
      const now =
        check(
          { community: `file ${number}`, "partners.1.tier": "core" },
          read((box) => box.name),
        ) && read();
      if (!document.querySelector("[data-unplaced]").textContent.includes("gone: old")) throw new Error("gone: old");
      if (!(back % 3)) return now;
      undo();
      return wanted;
    },
    // What is saved comes back as it was, after something else stood there.
    async saveAndLoad(_wanted, chance) {
      const before = read((box) => box.name);
      saved = undefined;
      status().textContent = "";
      press("[data-tools] [data-do=save]", 0);
      await answered();
      const text = await saved.text();
      type({}, chance);
      await pick(text);
      holdsAll(
        before,
        read((box) => box.name),
      );
      return read();
    },
    async loadDamaged(wanted, [which]) {
      await pick(DAMAGED[which % DAMAGED.length]);
      return wanted;
    },
  };

  window.fuzz = {
    read,
    type,
    // Whether the page is ready to be used.
    isReady: async () => {
      if (document.querySelector("[data-tools]")?.checkVisibility() !== true) return false;
      for (const part of all("[data-tools] > details")) part.open = true; // a button in it can then be pressed
      await new Promise((done) => setTimeout(done)); // what it kept is put into the boxes after that
      await new Promise((done) => setTimeout(done));
      return true;
    },
    // What comes from another tab waits until the box in use is left.
    leaveBox: async () => {
      document.activeElement?.blur();
      await new Promise((done) => setTimeout(done, 20));
    },
    differing: (wanted) => differing(wanted, read()),
    // Does `acts`, each [name, chance]; returns what must stand now, or what was lost and at which act.
    run: async (acts, started) => {
      let wanted = started;
      for (const [at, [name, chance]] of acts.entries()) {
        try {
          wanted = check(await ACTS[name](wanted, chance));
        } catch (error) {
          return { at, lost: error.message };
        }
      }
      return { wanted };
    },
  };
})();
