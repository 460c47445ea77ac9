import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { ElementHandle, Locator, Page } from "playwright-core";

/** How long a control may be absent, hidden or disabled; a page may still be on its way on a busy machine. */
const patience = Number(process.env.CONCORD_PATIENCE ?? 180) * 1000;
/** How long something may lie on top of a control that is there and enabled: longer than a transition takes. */
const coveredFor = 5_000;

/**
 * Taps what a person could tap: scrolls with the wheel until the control (for a radio or checkbox, its label as drawn)
 * is in view, looks whether it is on top at the point of the tap, and uses the mouse, or a finger where the context has touch.
 * Throws, naming what lies on top, when something covers it.
 */
export async function tap(control: Locator, { times = 1 } = {}): Promise<void> {
  await tapPoint(control);
  const drawn = await control.evaluateHandle((one) => {
    const isBox = one instanceof HTMLInputElement && /^(radio|checkbox)$/.test(one.type);
    return isBox ? (one.labels?.[0] ?? one) : one;
  });
  const target = drawn.asElement();
  if (target === null) assert.fail(`${control} is gone`);
  // It is in view and on top: Playwright presses there, looks once more, and waits until a page that was asked for comes.
  if (await control.page().evaluate("navigator.maxTouchPoints > 0")) {
    for (let each = 0; each < times; each++) await target.tap({ timeout: patience });
  } else await target.click({ clickCount: times, timeout: patience });
}

/** Taps a radio or checkbox until it is chosen: once. Throws when the tap did not choose it. */
export async function check(control: Locator): Promise<void> {
  if (await control.isChecked()) return;
  await tap(control);
  assert.ok(await control.isChecked(), `tapped, and not chosen: ${control}`);
}

/** Returns a point of the window at which a person can tap the control. Throws when there is none. */
async function tapPoint(control: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const page = control.page();
  const end = Date.now() + patience;
  let coveredSince: number | null = null;
  let before = "";
  for (;;) {
    const handle = await control.elementHandle({ timeout: Math.max(1, end - Date.now()) });
    const sight = await look(handle);
    await handle?.dispose();
    const same = JSON.stringify(sight) === before;
    before = JSON.stringify(sight);
    if (sight.kind === "clear" && same) return sight;
    if (sight.kind === "away") await wheel(page, sight);
    if (sight.kind !== "covered") coveredSince = null;
    else {
      coveredSince ??= Date.now();
      if (Date.now() - coveredSince > coveredFor)
        assert.fail(`${control} cannot be tapped: ${sight.by} lies on top of it at ${sight.x}, ${sight.y}`);
    }
    if (Date.now() > end) assert.fail(`${control} cannot be tapped: ${JSON.stringify(sight)}`);
    if (sight.kind !== "clear") await pause(30);
  }
}

type Sight =
  | { readonly kind: "gone" | "hidden" | "disabled" }
  | {
      readonly kind: "away";
      readonly x: number;
      readonly y: number;
      readonly right: number;
      readonly down: number;
    }
  | { readonly kind: "covered"; readonly x: number; readonly y: number; readonly by: string }
  | { readonly kind: "clear"; readonly x: number; readonly y: number };

async function look(handle: ElementHandle<SVGElement | HTMLElement> | null): Promise<Sight> {
  if (handle === null) return { kind: "gone" };
  try {
    return await handle.evaluate(sightOf);
  } catch (error) {
    // The page went on to another one in between.
    if (/context was destroyed|not attached|navigat|Unable to adopt/i.test(String(error)))
      return { kind: "gone" };
    throw error;
  }
}

/** Turns the wheel over what has to scroll, by as much as is missing. */
async function wheel(page: Page, away: Extract<Sight, { kind: "away" }>): Promise<void> {
  await page.mouse.move(away.x, away.y);
  await page.mouse.wheel(away.right, away.down);
  await pause(50);
}

/** Runs in the page: where the control is, and what a tap there would hit. */
function sightOf(control: SVGElement | HTMLElement): Sight {
  if (!control.isConnected) return { kind: "gone" };
  const field =
    control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type) ? control : null;
  const target = field?.labels?.[0] ?? control;
  if (!target.checkVisibility({ checkVisibilityCSS: true })) return { kind: "hidden" };
  if (control.matches(":disabled, [aria-disabled=true]")) return { kind: "disabled" };
  // A link broken over two lines is tapped on the first; its whole box may be empty in the middle.
  const box = [...target.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (box === undefined) return { kind: "hidden" };
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;

  for (let at = target.parentElement; at !== null && at !== document.documentElement; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const scrollsX = /auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth;
    const scrollsY = /auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight;
    if (at === document.body || (!scrollsX && !scrollsY)) continue;
    const port = at.getBoundingClientRect();
    const right =
      scrollsX && (x < port.left + 1 || x > port.right - 1) ? x - (port.left + port.right) / 2 : 0;
    const down = scrollsY && (y < port.top + 1 || y > port.bottom - 1) ? y - (port.top + port.bottom) / 2 : 0;
    const seen = port.top < innerHeight && port.bottom > 0;
    if ((right !== 0 || down !== 0) && seen) {
      const middle = (Math.max(0, port.top) + Math.min(innerHeight, port.bottom)) / 2;
      return { kind: "away", x: (port.left + port.right) / 2, y: middle, right, down };
    }
  }
  const inWindow = x > 0 && x < innerWidth && y > 0 && y < innerHeight;
  const top = inWindow ? document.elementFromPoint(x, y) : null;
  const hit =
    top !== null &&
    (target.contains(top) ||
      control.contains(top) ||
      (field !== null && top.closest("label")?.control === field));
  if (hit) return { kind: "clear", x, y };

  // A person who sees it under something, or not at all, moves it to the middle of the window.
  const root = document.scrollingElement ?? document.documentElement;
  const wanted = root.scrollTop + y - innerHeight / 2;
  const possible = Math.min(Math.max(0, wanted), root.scrollHeight - innerHeight);
  const down = possible - root.scrollTop;
  if (Math.abs(down) > 1) return { kind: "away", x: 2, y: innerHeight / 2, right: 0, down };
  if (top === null) return { kind: "hidden" };
  const by = top.cloneNode(false) as Element;
  return { kind: "covered", x: Math.round(x), y: Math.round(y), by: by.outerHTML };
}
