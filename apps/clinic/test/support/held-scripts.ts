import type { BrowserContext, Page } from "playwright-core";

/** A slow connection, without a clock: pages come, their scripts wait until they are let through. */
export async function holdScripts(context: BrowserContext): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await context.route(/\.js(\?|$)/, async (route) => {
    await held.promise;
    await route.fallback();
  });
  return held.resolve;
}

/** Comes back once React has taken the page over and its effects have run. No event tells: React marks the document. */
export function takenOver(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const mark = Object.keys(document).find((key) => key.startsWith("__reactContainer$"));
          const root = mark === undefined ? null : (document as unknown as Record<string, ReactRoot>)[mark];
          if (root?.stateNode.current.memoizedState.isDehydrated !== false) setTimeout(look, 20);
          else requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => resolve()), 50));
        };
        look();
      }),
  );
}

interface ReactRoot {
  readonly stateNode: { readonly current: { readonly memoizedState: { readonly isDehydrated: boolean } } };
}
