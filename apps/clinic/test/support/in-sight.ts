import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";

/**
 * The rule for a control that is focused or scrolled to (WCAG 2.2, 2.4.11): the middle of what is drawn for it is in
 * the window and nothing lies on top of it there, and no sticky or fixed part lies over any of it. What is drawn for a
 * radio or checkbox is its label. Another field that has the focus is in sight itself, and its label is.
 */
const stopsAtMost = 600;

/** Presses Tab through the whole page, and returns how many controls had the focus. Throws at one that is not in sight. */
export async function tabThrough(page: Page, told: string): Promise<number> {
  await page.evaluate(startFromTheTop);
  for (let stop = 0; stop < stopsAtMost; stop++) {
    await page.keyboard.press("Tab");
    let seen = await page.evaluate(inspect, "focused" as const);
    // A page may still settle after the focus has moved.
    for (let tries = 0; tries < 20 && seen.covered.length > 0; tries++) {
      await pause(50);
      seen = await page.evaluate(inspect, "focused" as const);
    }
    assert.deepEqual(seen.covered, [], `${told}, reached by Tab`);
    if (seen.end) return stop;
  }
  return assert.fail(`${told}: more than ${stopsAtMost} stops`);
}

/** Focuses every control and scrolls to it in four ways, and returns how many there are. Throws at one that is not in sight. */
export async function scrollToEach(page: Page, told: string): Promise<number> {
  const { controls, covered } = await page.evaluate(inspect, "each" as const);
  assert.deepEqual(covered, [], told);
  return controls;
}

function startFromTheTop(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const mark of document.querySelectorAll("[data-tab-seen]")) mark.removeAttribute("data-tab-seen");
  scrollTo(0, 0);
  document.body.tabIndex = -1;
  document.body.focus();
}

interface Sight {
  readonly controls: number;
  readonly covered: readonly string[];
  /** The focus has left the page, or has come round. */
  readonly end: boolean;
}

/** Runs in the page: looks at what has the focus, or focuses and scrolls to every control in turn. */
function inspect(which: "focused" | "each"): Sight {
  const name = (part: Element) => (part.cloneNode(false) as Element).outerHTML.slice(0, 160);
  const isBox = (control: Element) =>
    control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type);
  const labelOf = (control: Element) =>
    (control instanceof HTMLInputElement && control.labels?.[0]) || control;
  const drawn = (control: Element) => (isBox(control) ? labelOf(control) : control);
  const stuck = [...document.querySelectorAll("body *")].filter(
    (part) => /sticky|fixed/.test(getComputedStyle(part).position) && part.checkVisibility(),
  );
  /** A field that has the focus is in sight with its label, which says what it is for. */
  const coverOf = (control: Element): string | null =>
    coverOfPart(control, drawn(control)) ??
    (control === document.activeElement ? coverOfPart(control, labelOf(control)) : null);
  const coverOfPart = (control: Element, target: Element): string | null => {
    const box = target.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const place = `at ${Math.round(box.left)}, ${Math.round(box.top)}, ${Math.round(box.width)}×${Math.round(box.height)}${target === control ? "" : " (its label)"}`;
    if (top === null) return `${name(control)} ${place} is outside of the window`;
    const onTop = target.contains(top) || control.contains(top) || top.contains(control);
    const over = stuck.find((part) => {
      if (part.contains(control)) return false;
      const its = part.getBoundingClientRect();
      const across = Math.min(its.right, box.right) - Math.max(its.left, box.left);
      return across > 1 && Math.min(its.bottom, box.bottom) - Math.max(its.top, box.top) > 1;
    });
    const cover = onTop ? over : top;
    return cover === undefined ? null : `${name(control)} ${place} is under ${name(cover)}`;
  };

  if (which === "focused") {
    const control = document.activeElement;
    if (control === null || control === document.body || control.hasAttribute("data-tab-seen"))
      return { controls: 0, covered: [], end: true };
    const cover = coverOf(control);
    if (cover === null) control.setAttribute("data-tab-seen", "");
    return { controls: 1, covered: cover === null ? [] : [cover], end: false };
  }

  const covered: string[] = [];
  const controls = [
    ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary"),
  ].filter(
    (control) =>
      control.checkVisibility({ checkVisibilityCSS: true }) &&
      !control.matches(":disabled, [type=hidden], .skip, .visually-hidden, .visually-hidden *"),
  );
  for (const control of controls) {
    const ways: Readonly<Record<string, () => void>> = {
      "focused from the top": () => control.focus(),
      "focused from the end": () => control.focus(),
      "to the start": () => drawn(control).scrollIntoView({ block: "start" }),
      "to the end": () => drawn(control).scrollIntoView({ block: "end" }),
    };
    for (const [way, go] of Object.entries(ways)) {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      scrollTo(0, way.endsWith("end") ? document.documentElement.scrollHeight : 0);
      go();
      const cover = coverOf(control);
      if (cover !== null && covered.length < 5) covered.push(`${way}: ${cover}`);
    }
  }
  return { controls: controls.length, covered, end: true };
}
