import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { TestApp } from './app.js';

/** Checks an answer against the description that other systems are given. */
export async function described(app: TestApp, schema: string): Promise<ValidateFunction> {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema((await app.http.get('/api/v1/openapi.json')).body as object, 'api');
  return ajv.getSchema(`api#/components/schemas/${schema}`)!;
}
