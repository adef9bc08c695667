// Made from the scripts in overrides/assets/js: change them there. Each stands below under its own name.
(() => {
"use strict";
const address = document.currentScript.src;
const folder = address.slice(0, -"{{ path }}".length);
{# `made`: what a script offers, once it has run. `coming`: files that are under way or here. #}
const made = {};
const coming = {};

{# Runs a script the first time that another needs it. #}
function need(path) {
  if (!(path in made)) {
    const out = {};
    scripts[path](out, need, bring);
    made[path] = out;
  }
  return made[path];
}

{# Fetches a file of scripts when it is asked for. It comes as a script element, since a page that is opened from a #}
{# folder may not import. A file that did not come is asked for again the next time. #}
async function bring(path) {
  if (!(path in scripts)) {
    coming[path] ??= fetched(path);
    await coming[path];
  }
  return need(path);
}

function fetched(path) {
  return new Promise((done, lost) => {
    const element = document.createElement("script");
    element.src = folder + path;
    element.take = (more) => {
      for (const [one, script] of Object.entries(more)) scripts[one] ??= script;
    };
    element.onload = () => (path in scripts ? done() : failed());
    element.onerror = failed;
    document.head.append(element);

    function failed() {
      delete coming[path];
      element.remove();
      lost(new Error(`${element.src} did not come.`));
    }
  });
}

const scripts = {
{% include "bundler/joined-modules.js" %}
};

need("{{ path }}");
})();
