import type { WordingLine } from "@concord/practice";
import { Form } from "react-router";
import { Badge, Button, Card, Confirm } from "../../ui/index.ts";

/** Every form Concord knows, whether it can be given here, and whose words they are. */
export function WordingList({ lines }: { readonly lines: readonly WordingLine[] }) {
  const ready = lines.filter(({ missing }) => missing === null);
  const needed = lines.filter(({ missing }) => missing !== null);
  return (
    <>
      <Lines title="Can be given here" lines={ready} />
      <Lines title="Words needed first" lines={needed} />
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly WordingLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="plain-list staff-list">
        {lines.map((line) => (
          <li key={line.instrument}>
            <details className="details">
              <summary>
                <span className="staff-name">{line.title}</span>
                <span className="row">
                  {line.shipped.map((language) => (
                    <Badge key={language}>{language}</Badge>
                  ))}
                  {line.loaded.map(({ language }) => (
                    <Badge key={language} tone="good">
                      {language}, yours
                    </Badge>
                  ))}
                </span>
              </summary>
              <div className="stack small">
                {line.missing !== null && <p>{line.missing}</p>}
                {line.notChecked.length > 0 && (
                  <p>{line.notChecked.join(", ")}: translation not yet checked by a native clinician.</p>
                )}
                <p className="soft">
                  {line.rights.holder}: {line.rights.statement}
                </p>
                {line.loaded.map(({ language }) => (
                  <Form method="post" key={language} className="row">
                    <input type="hidden" name="instrument" value={line.instrument} />
                    <input type="hidden" name="language" value={language} />
                    <Confirm grave label={`Forget your words (${language})`}>
                      <p>
                        Answers stay. The form cannot be given in these words until the pack is loaded again.
                      </p>
                      <Button look="grave" name="about" value="forget">
                        Forget these words
                      </Button>
                    </Confirm>
                  </Form>
                ))}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
