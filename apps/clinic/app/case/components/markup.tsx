import type { ReactNode } from "react";
import { Badge } from "../../ui/index.ts";

/** What the tags of messages on a client’s pages become. */
export const markup = {
  hidden: (inside: ReactNode) => <span className="visually-hidden">{inside}</span>,
  soft: (inside: ReactNode) => <span className="soft">{inside}</span>,
  strong: (inside: ReactNode) => <strong>{inside}</strong>,
  badge: (inside: ReactNode) => <Badge>{inside}</Badge>,
  code: (inside: ReactNode) => <code>{inside}</code>,
};
