import { Link } from "react-router";
import type { HeldForm } from "../../request/held-form.ts";
import { CodeForm } from "../../ui/frame/SignInForm.tsx";
import { Card, Notice, Page } from "../../ui/index.ts";

/** The second step of signing in. */
export function CodeStep(props: {
  readonly to: string;
  readonly held: HeldForm | null;
  readonly problem: string | null;
}) {
  return (
    <Page width="middle">
      <Card>
        <h1>Your second step</h1>
        {props.problem !== null && (
          <Notice tone="urgent" announced>
            <p>{props.problem}</p>
          </Notice>
        )}
        <CodeForm to={props.to} held={props.held} />
        <p className="small">
          <Link to="/sign-in">Back to e-mail and password</Link>
        </p>
      </Card>
    </Page>
  );
}
