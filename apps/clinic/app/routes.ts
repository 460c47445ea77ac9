import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";

/** Addresses, by area. Each page says in its `handle` who may come to it and how much may be sent to it. */
export default [
  index("site/home.ts"),
  route("theme", "site/theme.ts"),
  route("language", "site/language.ts"),

  layout("account/layout.tsx", [
    route("set-up", "account/set-up.tsx"),
    route("sign-in", "account/sign-in.tsx"),
    route("sign-in/code", "account/sign-in-code.tsx"),
    route("sign-out", "account/sign-out.ts"),
    route("welcome/:token", "account/welcome.tsx"),
    route("reset/:token", "account/reset.tsx"),
    route("account", "account/account.tsx"),
    route("access", "account/access.tsx"),
  ]),
  layout("self-assessments/layout.tsx", [route("reflections", "self-assessments/self-assessments.tsx")]),

  layout("client-form/layout.tsx", [
    route("f/:token", "client-form/form.tsx"),
    route("answer/:request", "client-form/answer.tsx"),
    route("correct/:response", "client-form/correct.tsx"),
  ]),

  layout("caseload/layout.tsx", [
    ...prefix("caseload", [index("caseload/caseload.tsx"), route("new", "caseload/new.tsx")]),
    route("waiting", "caseload/waiting.tsx"),
  ]),
  layout(
    "case/layout.tsx",
    prefix("case/:episode", [
      index("case/case.tsx"),
      route("items", "case/items.tsx"),
      route("notes", "case/notes.tsx"),
      route("contacts", "case/contacts.tsx"),
      route("privacy", "case/privacy.tsx"),
      route("measures", "case/measures.tsx"),
      route("brief", "case/brief.tsx"),
      route("supervision", "case/supervision.tsx"),
    ]),
  ),
  layout("review/layout.tsx", [route("review/:episode", "review/review.tsx")]),
  layout("tasks/layout.tsx", [
    route("tasks", "tasks/tasks.tsx"),
    route("tasks/:task", "tasks/safety-answer.tsx"),
  ]),
  layout("appointments/layout.tsx", [route("appointments", "appointments/appointments.tsx")]),
  layout("group/layout.tsx", [route("groups", "group/groups.tsx"), route("group/:group", "group/group.tsx")]),

  layout(
    "evidence/layout.tsx",
    prefix("evidence", [
      index("evidence/evidence.tsx"),
      route("claim/:claim", "evidence/claim.tsx"),
      route("rules", "evidence/rules.tsx"),
      route("syntheses", "evidence/syntheses.tsx"),
      route("synthesis/:synthesis", "evidence/synthesis.tsx"),
      route("synthesis/:synthesis/edition/:number", "evidence/edition.tsx"),
      route("synthesis/:synthesis/export/:what", "evidence/export.ts"),
      route("studies", "evidence/studies.tsx"),
      route("study/new", "evidence/study-new.tsx"),
      route("study/:study", "evidence/study.tsx"),
      route("study/:study/correct", "evidence/study-correct.tsx"),
      route("import", "evidence/import.tsx"),
      route("change/:change", "evidence/change.tsx"),
    ]),
  ),

  layout(
    "library/layout.tsx",
    prefix("library", [
      index("library/library.tsx"),
      route("texts", "library/texts.tsx"),
      route("text/:text", "library/text.tsx"),
      route("find", "library/find.tsx"),
      route("concordance", "library/concordance.tsx"),
      route("concept/:concept", "library/concept.tsx"),
      route("concept/:concept/edition/:edition", "library/edition.tsx"),
      route("concept/:concept/export/:file", "library/export.ts"),
    ]),
  ),

  layout(
    "settings/layout.tsx",
    prefix("settings", [
      index("settings/settings.tsx"),
      route("staff", "settings/staff.tsx"),
      route("wordings", "settings/wordings.tsx"),
      route("norms", "settings/norms.tsx"),
      route("evaluation", "settings/evaluation.tsx"),
      route("privacy", "settings/privacy.tsx"),
      route("backup", "settings/backup.tsx"),
      route("language-model", "settings/language-model.tsx"),
      route("measures", "settings/measures.tsx"),
      route("messages", "settings/messages.tsx"),
      route("messages/sent", "settings/sent-messages.tsx"),
    ]),
  ),
  layout("audit/layout.tsx", [route("audit", "audit/audit.tsx")]),
  layout("import/layout.tsx", [route("import", "import/import.tsx")]),
  layout("export/layout.tsx", [
    route("export", "export/export.tsx"),
    route("export/ratings.csv", "export/ratings.ts"),
  ]),
  layout("gallery/layout.tsx", [route("gallery", "gallery/gallery.tsx")]),

  route("*", "site/not-found.ts"),
] satisfies RouteConfig;
