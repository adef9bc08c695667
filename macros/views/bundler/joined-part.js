// Made from the scripts in overrides/assets/js: change them there. Each stands below under its own name.
document.currentScript.take({
{% include "bundler/joined-modules.js" %}
});
