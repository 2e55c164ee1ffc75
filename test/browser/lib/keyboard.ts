import type { Page } from 'playwright-core';

/** One place where the focus has rested. */
interface Stop {
  name: string;
  /** What is wrong with it, for whoever looks for the focus. */
  faults: string[];
  top: number;
  bottom: number;
  isInForm: boolean;
}

/** Somebody without a mouse, who sees where the focus is. */
export class Keyboard {
  readonly faults: string[] = [];

  constructor(private readonly page: Page) {}

  /** Tabs on until the focus rests on what has this name. */
  async tabTo(name: string | RegExp): Promise<void> {
    const seen: string[] = [];
    for (let presses = 0; presses < 150; presses++) {
      const stop = await this.tab();
      if (stop && (typeof name === 'string' ? stop.name === name : name.test(stop.name))) return;
      seen.push(stop?.name ?? '(nothing)');
    }
    throw new Error(`No tab leads to ${String(name)}, only to ${seen.join(', ')}`);
  }

  /** One press of the tab key: where the focus is then, or undefined where it has left the page. */
  async tab(): Promise<Stop | undefined> {
    await this.page.keyboard.press('Tab');
    const stop = await this.page.evaluate(focused);
    if (stop) this.faults.push(...stop.faults.map(fault => `${stop.name}: ${fault}`));
    return stop ?? undefined;
  }

  /** From the top of the page to its end. Where a focus is caught, the end never comes. */
  async walkThrough(): Promise<Stop[]> {
    const stops: Stop[] = [];
    for (let stop = await this.tab(); stop; stop = await this.tab()) {
      stops.push(stop);
      if (stops.length > 300) throw new Error(`The focus is caught at ${stop.name}`);
    }
    return stops;
  }

  async press(key: 'Enter' | 'Space'): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses what has the focus and waits for the page that it leads to. */
  async pressTo(key: 'Enter' | 'Space', heading: string): Promise<void> {
    await this.press(key);
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}

/** Where the focus is and how it looks: an outline of 2 px or more, 3:1 against what is behind it. Runs in the browser. */
function focused(): Stop | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const drawn = element.matches('.fb-choice input') ? element.nextElementSibling! : element;
  const style = getComputedStyle(drawn);
  const box = drawn.getBoundingClientRect();
  const faults: string[] = [];

  const channelsOf = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red, green, blue] = channelsOf(colour).map(channel => {
      const share = channel / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  let behind = drawn.parentElement;
  while (behind && channelsOf(getComputedStyle(behind).backgroundColor)[3] === 0)
    behind = behind.parentElement;
  const ground = behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)';
  const [light, dark] = [luminance(style.outlineColor), luminance(ground)].sort((a, b) => b - a);
  const contrast = (light! + 0.05) / (dark! + 0.05);

  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no outline');
  else if (contrast < 3) faults.push(`faint outline, ${contrast.toFixed(1)}:1`);
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0) faults.push('out of sight');
  const label = (element as HTMLInputElement).labels?.[0]?.innerText;
  const name = (label ?? element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\s+/g, ' ');
  return {
    name,
    faults,
    top: box.top + scrollY,
    bottom: box.bottom + scrollY,
    isInForm: element.closest('.main') !== null,
  };
}
