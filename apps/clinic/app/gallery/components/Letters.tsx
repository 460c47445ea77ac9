import { useMessages } from "../../ui/frame/messages.ts";
import { Card, Sentence } from "../../ui/index.ts";

const sizes = ["xxl", "xl", "l", "m", "s", "xs"] as const;

/** The six sizes of text, and digits of one width. */
export function Letters() {
  const { text } = useMessages();
  return (
    <Card title={text("gallery.text.title")}>
      <ul className="plain-list stack">
        {sizes.map((size) => (
          <li key={size} className={`letters letters-${size}`}>
            {text(`gallery.text.${size}`)}
          </li>
        ))}
      </ul>
      <hr />
      <Sentence>{text("gallery.text.sentence")}</Sentence>
      <p className="figures soft">{text("gallery.text.numbers", { first: 1111.5, second: 8080.25 })}</p>
    </Card>
  );
}
