import { z } from 'zod';
import {
  bookingAnswerSchema,
  bookingRequestSchema,
  districtSchema,
  lectureSchema,
  problemSchema,
  schoolSchema,
  slotSchema,
} from './api.schemas.js';

type Json = Record<string, unknown>;

const schema = (shape: z.ZodType, io: 'input' | 'output' = 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(shape, { io });
  return rest;
};

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (content: Json, description: string) => ({
  description,
  content: { 'application/json': { schema: content } },
});
const listOf = (key: string, name: string, description: string) =>
  json(
    { type: 'object', required: [key], properties: { [key]: { type: 'array', items: ref(name) } } },
    description,
  );
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});
const inPath = (name: string, format?: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', ...(format && { format }) },
});
const inQuery = (name: string, required: boolean, description: string, format?: string) => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string', ...(format && { format }) },
});

/** The interface for other systems, described by OpenAPI 3.1. Made from the schemas that also check what comes in. */
export function openApiDescription(baseUrl: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fältbokning',
      version: '1.0.0',
      description:
        'Free times of fältassistenter (municipal youth field workers), and booking of lectures for schools. The same rules and limits as the public form. Faults are problem details (RFC 9457).',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: baseUrl }],
    paths: {
      '/api/v1/districts': {
        get: {
          operationId: 'districts',
          summary: 'Districts of this installation',
          responses: { 200: listOf('districts', 'District', 'All districts') },
        },
      },
      '/api/v1/districts/{slug}/lectures': {
        get: {
          operationId: 'lectures',
          summary: 'What a district offers',
          parameters: [inPath('slug')],
          responses: {
            200: listOf('lectures', 'Lecture', 'Published lectures'),
            404: problem('No such district'),
          },
        },
      },
      '/api/v1/districts/{slug}/schools': {
        get: {
          operationId: 'schools',
          summary: 'Schools of a district, by the beginning of any word of their name',
          parameters: [inPath('slug'), inQuery('q', false, 'Beginning of the name; without it all schools')],
          responses: {
            200: listOf('schools', 'School', 'Schools in Swedish order'),
            404: problem('No such district'),
          },
        },
      },
      '/api/v1/lectures/{id}/slots': {
        get: {
          operationId: 'slots',
          summary: 'Free times of a lecture',
          parameters: [
            inPath('id', 'uuid'),
            inQuery('from', true, 'First day', 'date'),
            inQuery('to', true, 'Last day, included; at most 400 days in all', 'date'),
            inQuery('school', false, 'Id of a school: its own closed days and its share count', 'uuid'),
          ],
          responses: {
            200: listOf('slots', 'Slot', 'Times at which enough people are free, in order'),
            400: problem('Dates missing or wrong'),
            404: problem('No such lecture or school'),
          },
        },
      },
      '/api/v1/bookings': {
        post: {
          operationId: 'book',
          summary: 'Book a time',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              description:
                'Names the request: the same key with the same body gives the same booking for 24 hours',
              schema: { type: 'string', minLength: 1, maxLength: 200 },
            },
          ],
          requestBody: { required: true, content: { 'application/json': { schema: ref('BookingRequest') } } },
          responses: {
            201: json(
              ref('Booking'),
              'Booked: confirmed at once, or preliminary until the address confirms it by mail',
            ),
            400: problem('No Idempotency-Key, broken JSON or an unknown key'),
            409: problem('The time is taken or not offered (with alternatives), or a limit is reached'),
            415: problem('Not JSON'),
            422: problem('Values that cannot be accepted, each named'),
            429: problem('Too many bookings from this address in an hour'),
          },
        },
      },
    },
    components: {
      schemas: {
        District: schema(districtSchema),
        Lecture: schema(lectureSchema),
        School: schema(schoolSchema),
        Slot: schema(slotSchema),
        BookingRequest: schema(bookingRequestSchema, 'input'),
        Booking: schema(bookingAnswerSchema),
        Problem: schema(problemSchema),
      },
    },
  };
}
