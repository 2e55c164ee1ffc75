/** A row that PostgreSQL has made into JSON, with the names that the code uses; what lies inside is left as it is. */
export function inCamelCase<T extends object>(row: object): T {
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value as unknown])) as T;
}
