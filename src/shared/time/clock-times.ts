import { minuteOfDay, type MinuteOfDay } from './swedish-time.js';

/** Times of the clock apart by spaces or commas, in order and each once; undefined where a word is none. */
export function clockTimes(text: string): MinuteOfDay[] | undefined {
  const words = text.split(/[\s,;]+/).filter(word => word !== '');
  const minutes = words.flatMap(word => minuteOfDay(word) ?? []);
  return minutes.length < words.length ? undefined : [...new Set(minutes)].sort((a, b) => a - b);
}
