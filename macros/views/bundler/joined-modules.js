{% for module in modules %}
  "{{ module.path }}"(out, need, bring) {
{{ module.body }}
{% if module.offers %}
Object.assign(out, { {% for outside, inside in module.offers.items() %}{{ outside }}: {{ inside }}{{ ", " if not loop.last }}{% endfor %} });
{% endif %}
  },

{% endfor %}
