import { clinicContext, type Visitor, viewerContext } from "@concord/clinic/context";
import { countAccessNotices, rolesOf } from "@concord/practice";
import { type ReactNode, use } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  type MiddlewareFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from "react-router";
import type { Route } from "./+types/root";
import { admit } from "./access/admit.ts";
import { heed } from "./access/heed.ts";
import type { HeldForm } from "./access/held-form.ts";
import { visitorOf } from "./access/visitor-of.ts";
import { acceptedLocale } from "./form/accepted-locale.ts";
import { useDocumentLanguage, usePageHandle } from "./shell/bare.ts";
import { ErrorPage, noConnection } from "./shell/ErrorPage.tsx";
import { Frame } from "./shell/Frame.tsx";
import { holdSent, lastUnsaved } from "./shell/last-sent.ts";
import { NonceContext } from "./shell/nonce.ts";
import { AnswersNotSent } from "./shell/SentEntries.tsx";
import { SignInAgain } from "./shell/SignInAgain.tsx";
import { SentContext } from "./shell/sent-context.ts";
import type { SignedIn } from "./shell/TopBar.tsx";
import { themeOf } from "./shell/theme.ts";
import clinicStyles from "./styles/clinic.css?url";
import formStyles from "./styles/form.css?url";

export const middleware: MiddlewareFunction<Response>[] = [admit];

export const clientMiddleware: Route.ClientMiddlewareFunction[] = [
  ({ request }, next) => holdSent(request, next),
];

export async function loader({ request, context }: Route.LoaderArgs) {
  const visitor = await visitorOf(context);
  const { demo, house } = context.get(clinicContext);
  return {
    viewer: context.get(viewerContext),
    theme: themeOf(request),
    accepted: acceptedLocale(request.headers),
    simulated: demo !== null || visitor?.simulated === true,
    signedIn: visitor === null ? null : signedInOf(visitor),
    notices: visitor === null ? null : await heed(countAccessNotices(house, visitor.actor)),
  };
}

/** What the bar above every page says of whoever is signed in. */
function signedInOf({ name, practiceName, roles, actor, twoStep }: Visitor): SignedIn {
  return { name, practiceName, roles, opens: rolesOf(actor), twoStep };
}

export const meta: Route.MetaFunction = () => [{ title: "Concord" }];

export function Layout({ children }: { readonly children: ReactNode }) {
  const { bare } = usePageHandle();
  const root = useRouteLoaderData<typeof loader>("root");
  const nonce = use(NonceContext);
  // What was sent is on this page alone: it is drawn here, once, and works without script.
  const scripted = !bare && use(SentContext) === null;
  const theme = root?.theme ?? "system";
  return (
    <html
      {...useDocumentLanguage()}
      data-locale={root?.viewer.locale}
      data-time-zone={root?.viewer.timeZone}
      data-theme={theme === "system" ? undefined : theme}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={bare ? formStyles : clinicStyles} />
        <Meta />
        {!bare && <Links />}
      </head>
      <body>
        {children}
        {scripted && <ScrollRestoration nonce={nonce} />}
        {scripted && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root({ loaderData }: Route.ComponentProps) {
  const { bare, plain } = usePageHandle();
  if (bare) return <Outlet />;
  return (
    <Frame
      theme={loaderData.theme}
      simulated={loaderData.simulated}
      signedIn={plain ? null : loaderData.signedIn}
      notices={plain ? null : loaderData.notices}
    >
      <Outlet />
    </Frame>
  );
}

/** What a verb said in refusing. What the router says to itself ("Error: No route matches …") or a proxy in HTML is for nobody. */
function wordsFor(said: unknown): string | null {
  return typeof said === "string" && !/^(Error: |\s*<)/.test(said) ? said : null;
}

/** Browsers say in words of their own that a server was not reached. */
function isNoConnection(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}

/** What somebody sent after their session had ended, if that is what the error is about. */
function heldIn(said: unknown): HeldForm | null {
  if (typeof said !== "object" || said === null || !("held" in said)) return null;
  return said.held as HeldForm;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { bare } = usePageHandle();
  const root = useRouteLoaderData<typeof loader>("root");
  const { pathname, search } = useLocation();
  const onServer = use(SentContext);
  const sent = onServer ?? lastUnsaved(pathname);
  const told = isRouteErrorResponse(error) ? error : null;
  const held = told?.status === 401 ? heldIn(told.data) : null;
  const status = told?.status ?? (isNoConnection(error) ? noConnection : 500);
  const words = wordsFor(told?.data);
  const address = pathname + search;
  if (bare && held === null && (sent !== null || status === 503))
    return <AnswersNotSent words={words} sent={sent} page={address} />;
  const page =
    held === null ? (
      <ErrorPage status={status} words={words} sent={sent} page={address} />
    ) : (
      <SignInAgain held={held} />
    );
  if (bare) return <main lang="en">{page}</main>;
  return (
    <Frame
      theme={root?.theme ?? "system"}
      simulated={root?.simulated ?? false}
      signedIn={root?.signedIn ?? null}
      notices={root?.notices ?? null}
    >
      {page}
    </Frame>
  );
}
