import type { Text } from "@concord/messages";
import { Link } from "react-router";
import type { HeldForm } from "../../request/held-form.ts";
import { useMessages } from "../../ui/frame/messages.ts";
import { CodeForm } from "../../ui/frame/SignInForm.tsx";
import { Card, Notice, Page } from "../../ui/index.ts";

/** The second step of signing in. */
export function CodeStep(props: {
  readonly to: string;
  readonly held: HeldForm | null;
  readonly problem: Text | null;
}) {
  const { text, written } = useMessages();
  return (
    <Page width="middle">
      <Card>
        <h1>{text("auth.code.title")}</h1>
        {props.problem !== null && (
          <Notice tone="urgent" announced>
            <p>{written(props.problem)}</p>
          </Notice>
        )}
        <CodeForm to={props.to} held={props.held} />
        <p className="small">
          <Link to="/sign-in">{text("auth.code.back")}</Link>
        </p>
      </Card>
    </Page>
  );
}
