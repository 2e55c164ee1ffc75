/** By the name of the field. */
export type Fields = Record<string, string | string[]>;

/** What the form with a "sedd" of a page would send as it stands: its fields, texts and ticked boxes, without its buttons. */
export function formIn(html: string): Fields {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find(one => one.includes('name="sedd"')) ?? '';
  const fields: Fields = {};
  const add = (name: string, value: string) => {
    const known = fields[name];
    fields[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  };
  for (const [tag] of form.matchAll(/<input(?:[^>"]|"[^"]*")*>/g)) {
    const name = attribute(tag, 'name');
    const isTick = /type="(checkbox|radio)"/.test(tag);
    if (name !== '_csrf' && (!isTick || /\schecked/.test(tag))) add(name, attribute(tag, 'value'));
  }
  for (const [, tag, text] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
    add(attribute(tag!, 'name'), plain(text!.replace(/^\n/, '')));
  return fields;
}

const attribute = (tag: string, name: string) =>
  plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const plain = (html: string) =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
