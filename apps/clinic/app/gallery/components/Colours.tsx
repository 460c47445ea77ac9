import { useMessages } from "../../ui/frame/messages.ts";
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
const tones = ["urgent", "credible", "note", "good"] as const;

/** Colours by meaning: each is shown with its name or shape. */
export function Colours() {
  const { text } = useMessages();
  return (
    <Card title={text("gallery.colours.title")}>
      <p className="soft">{text("gallery.colours.raters")}</p>
      <div className="row">
        {raters.map((rater) => (
          <RaterMark key={rater} rater={rater} />
        ))}
      </div>
      <p className="soft">{text("gallery.colours.severity")}</p>
      <div className="row">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {text(`gallery.tone.${tone}`)}
          </Badge>
        ))}
      </div>
      <p className="soft">{text("gallery.colours.other")}</p>
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
