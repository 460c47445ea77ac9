import { Badge, Card, RaterMark } from "../../ui/index.ts";

const grounds = [
  "paper",
  "surface",
  "sunken",
  "line",
  "line-strong",
  "ink",
  "ink-soft",
  "ink-faint",
  "accent",
];
const raters = ["client", "therapist", "observer", "caregiver", "member"] as const;
const tones = [
  ["urgent", "Urgent: an answer about danger"],
  ["credible", "Credible: more than measurement error"],
  ["note", "Worth a note"],
  ["good", "Good news, or done"],
] as const;

/** One meaning a colour, and never the colour alone. */
export function Colours() {
  return (
    <Card title="Colours, by meaning">
      <p className="soft">
        Five people can speak about a therapy. Each has one colour and one shape, in every chart, table and
        form.
      </p>
      <div className="row">
        {raters.map((rater) => (
          <RaterMark key={rater} rater={rater} />
        ))}
      </div>
      <p className="soft">How much attention something asks for has a colour too, and always its word.</p>
      <div className="row">
        {tones.map(([tone, words]) => (
          <Badge key={tone} tone={tone}>
            {words}
          </Badge>
        ))}
      </div>
      <p className="soft">Everything else is ink on paper.</p>
      <ul className="plain-list swatches">
        {grounds.map((name) => (
          <li key={name}>
            <span className={`swatch swatch-${name}`} />
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
