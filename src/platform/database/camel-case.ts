/** A row that PostgreSQL has made into JSON, with the names that the code uses; what lies inside is left as it is. */
export function inCamelCase<T extends object>(row: object): T {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value as unknown])) as T;
}

/** Of the names of columns, of which there are few. */
const known = new Map<string, string>();

function camel(name: string): string {
  let camelName = known.get(name);
  if (camelName === undefined) {
    camelName = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    known.set(name, camelName);
  }
  return camelName;
}
