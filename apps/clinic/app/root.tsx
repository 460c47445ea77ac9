import { clinicContext, type Visitor } from "@concord/clinic/context";
import { backupTrouble, countAccessNotices, currentMessageTroubles, rolesOf } from "@concord/practice";
import { type ReactNode, use } from "react";
import {
  Links,
  Meta,
  type MiddlewareFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "react-router";
import type { Route } from "./+types/root";
import { admit } from "./access/admit.ts";
import { mapRefusalTo403 } from "./access/map-refusal.ts";
import { visitorOf } from "./access/visitor-of.ts";
import clinicStyles from "./styles/clinic.css?url";
import formStyles from "./styles/form.css?url";
import { holdSent } from "./ui/frame/last-sent.ts";
import { useMessages } from "./ui/frame/messages.ts";
import { NonceContext } from "./ui/frame/nonce.ts";
import { useDocumentLanguage, usePageHandle } from "./ui/frame/page-handle.ts";
import type { RootData } from "./ui/frame/root-data.ts";
import { SentContext } from "./ui/frame/sent-context.ts";
import type { SignedIn } from "./ui/frame/TopBar.tsx";
import { themeOf } from "./ui/frame/theme.ts";
import { acceptedLocale } from "./ui/questionnaire/accepted-locale.ts";

export const middleware: MiddlewareFunction<Response>[] = [admit];

export const clientMiddleware: Route.ClientMiddlewareFunction[] = [
  ({ request }, next) => holdSent(request, next),
];

export async function loader({ request, context }: Route.LoaderArgs): Promise<RootData> {
  const visitor = await visitorOf(context);
  const { demo, isLive, appContext } = context.get(clinicContext);
  return {
    theme: themeOf(request),
    accepted: acceptedLocale(request.headers),
    simulated: demo !== null || visitor?.simulated === true,
    signedIn: visitor === null ? null : { ...signedInOf(visitor), isDeveloper: isLive },
    notices: visitor === null ? null : await mapRefusalTo403(countAccessNotices(appContext, visitor.actor)),
    troubles:
      visitor === null ? [] : await mapRefusalTo403(currentMessageTroubles(appContext, visitor.actor)),
    backups: visitor === null ? null : await mapRefusalTo403(backupTrouble(appContext, visitor.actor)),
  };
}

/** What the bar above every page says of whoever is signed in. */
function signedInOf({ name, practiceName, roles, actor, twoStep }: Visitor): Omit<SignedIn, "isDeveloper"> {
  return { name, practiceName, roles, opens: rolesOf(actor), twoStep };
}

export const meta: Route.MetaFunction = () => [{ title: "Concord" }];

export function Layout({ children }: { readonly children: ReactNode }) {
  const { bare } = usePageHandle();
  const root = useRouteLoaderData<typeof loader>("root");
  const { locale, timeZone } = useMessages();
  const nonce = use(NonceContext);
  // What was sent is on this page alone: it is drawn here, once, and works without script.
  const scripted = !bare && use(SentContext) === null;
  const theme = root?.theme ?? "system";
  return (
    <html
      {...useDocumentLanguage()}
      data-locale={locale}
      data-time-zone={timeZone}
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

export default Outlet;
export { FramedError as ErrorBoundary } from "./ui/frame/FramedArea.tsx";
