import { loadStaffMessages, staffLocaleFor } from "@concord/messages";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { MessagesContext } from "./ui/frame/messages.ts";

// The page says in which language and time zone it was drawn; only that catalogue is fetched.
const { locale = "en", timeZone = "UTC" } = document.documentElement.dataset;
const messages = await loadStaffMessages(staffLocaleFor(locale), timeZone);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <MessagesContext value={messages}>
        <HydratedRouter />
      </MessagesContext>
    </StrictMode>,
  );
});
