import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Badge, Card, Chart } from "../../ui/index.ts";
import type { changePage } from "../page-data/change-page.server.ts";

type ChangePage = ReturnType<typeof changePage>;
type Side = Omit<ChangePage["syntheses"][number]["after"], "because" | "date">;

/** What may be said now, and whether that is what was said before. */
export function ChangedClaims({ claims }: Pick<ChangePage, "claims">) {
  const { text } = useMessages();
  if (claims.length === 0) return null;
  return (
    <Card title={text("evidence.change.statements")}>
      <ul className="changed divided">
        {claims.map((claim) => (
          <li key={claim.id}>
            <p>
              {claim.now === null ? (
                <span>{claim.id}</span>
              ) : (
                <Link to={`/evidence/claim/${claim.id}`}>{claim.now}</Link>
              )}{" "}
              <Badge tone={claim.changed === "sentence" ? "credible" : "note"}>
                {text(
                  claim.changed === "sentence" ? "evidence.change.conclusion" : "evidence.change.estimate",
                )}
              </Badge>
            </p>
            <p className="soft small">{claim.sentence}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Each question before and after, drawn on one axis. */
export function ChangedSyntheses({ syntheses }: Pick<ChangePage, "syntheses">) {
  const { text } = useMessages();
  return syntheses.map((one) => (
    <Card
      key={one.id}
      title={one.title}
      aside={
        <Link to={`/evidence/synthesis/${one.id}`} className="small">
          {text("evidence.change.view")}
        </Link>
      }
    >
      {one.after.bar !== null && <p>{one.sentence}</p>}
      <dl className="before-after">
        {one.before !== null && <Shown name={text("evidence.change.before")} side={one.before} />}
        <Shown name={text("evidence.change.now")} side={one.after} />
      </dl>
    </Card>
  ));
}

function Shown({ name, side }: { readonly name: string; readonly side: Side }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={side.bar === null ? "undrawn" : undefined}>
        {side.bar !== null && <Chart svg={side.bar} />}
        <span className="figures">{side.text}</span>
        <Link className="small" to={`/evidence/synthesis/${side.synthesis}/edition/${side.number}`}>
          {side.id}
        </Link>
      </dd>
    </div>
  );
}
