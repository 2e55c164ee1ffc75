import { z } from 'zod';

const words = z.object({
  title: z.string().min(1),
  /** One sentence for the list of what is offered. */
  summary: z.string().min(1),
  goal: z.string(),
  method: z.string(),
  /** What the teacher does with the class before, and after. */
  before: z.string(),
  after: z.string(),
  /** What the school provides, each as a short noun phrase: "en skärm med ljud". */
  schoolProvides: z.array(z.string()),
});

/** The words of a lecture for people, complete in both languages. */
export const lectureTexts = z.object({ sv: words, en: words });
export type LectureTexts = z.infer<typeof lectureTexts>;
