import { isMessage, type StaffMessage, type StaffMessages } from "@concord/messages";
import { type ReactNode, use } from "react";
import { isRouteErrorResponse, Outlet, useLocation, useRouteError, useRouteLoaderData } from "react-router";
import type { HeldForm } from "../../request/held-form.ts";
import { ErrorPage, noConnection } from "./ErrorPage.tsx";
import { Frame } from "./Frame.tsx";
import { lastUnsaved } from "./last-sent.ts";
import { useMessages } from "./messages.ts";
import { usePageHandle } from "./page-handle.ts";
import type { RootData } from "./root-data.ts";
import { AnswersNotSent } from "./SentEntries.tsx";
import { SignInAgain } from "./SignInAgain.tsx";
import { SentContext } from "./sent-context.ts";

/** The layout of an area: its pages below the navigation of whoever is signed in. */
export function FramedArea() {
  const { plain } = usePageHandle();
  return (
    <Framed plain={plain === true}>
      <Outlet />
    </Framed>
  );
}

function Framed(props: { readonly plain: boolean; readonly children: ReactNode }) {
  const root = useRouteLoaderData<RootData>("root");
  return (
    <Frame
      theme={root?.theme ?? "system"}
      simulated={root?.simulated ?? false}
      signedIn={props.plain ? null : (root?.signedIn ?? null)}
      notices={props.plain ? null : (root?.notices ?? null)}
      troubles={props.plain ? [] : (root?.troubles ?? [])}
      backups={props.plain ? null : (root?.backups ?? null)}
    >
      {props.children}
    </Frame>
  );
}

/**
 * Returns the reason of a refusal in the language of the page. What the router says to itself ("Error: No route matches …") or a
 * proxy in HTML is not shown to anyone.
 */
function reasonOf(said: unknown, { of }: StaffMessages): string | null {
  if (isMessage(said)) return of(said as StaffMessage);
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

/**
 * In place of a page that failed or was refused: why, what was entered, and the navigation. The error is asked for:
 * React Router gives it as a property only to a component that is written in the route module itself.
 */
export function FramedError() {
  const error = useRouteError();
  const { bare } = usePageHandle();
  const { pathname, search } = useLocation();
  const onServer = use(SentContext);
  const sent = onServer ?? lastUnsaved(pathname);
  const told = isRouteErrorResponse(error) ? error : null;
  const held = told?.status === 401 ? heldIn(told.data) : null;
  const status = told?.status ?? (isNoConnection(error) ? noConnection : 500);
  const words = reasonOf(told?.data, useMessages());
  const address = pathname + search;
  if (bare && held === null && (sent !== null || status === 503))
    return <AnswersNotSent words={words} sent={sent} page={address} />;
  const page =
    held === null ? (
      <ErrorPage status={status} words={words} sent={sent} page={address} />
    ) : (
      <SignInAgain held={held} />
    );
  if (bare) return <main>{page}</main>;
  return <Framed plain={false}>{page}</Framed>;
}
