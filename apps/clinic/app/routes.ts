import { index, prefix, type RouteConfig, route } from "@react-router/dev/routes";

/** Addresses mirror what there is. Each has its line in `access/rules.ts`. */
export default [
  index("routes/home.ts"),
  route("theme", "routes/theme.ts"),

  route("set-up", "routes/set-up.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-in/code", "routes/sign-in-code.tsx"),
  route("sign-out", "routes/sign-out.ts"),
  route("welcome/:token", "routes/welcome.tsx"),
  route("reset/:token", "routes/reset.tsx"),
  route("account", "routes/account.tsx"),
  route("access", "routes/access.tsx"),
  route("reflections", "routes/reflections.tsx"),

  route("f/:token", "routes/form.tsx"),

  route("caseload", "routes/caseload.tsx"),
  route("caseload/new", "routes/case-new.tsx"),
  ...prefix("case/:episode", [
    index("routes/case.tsx"),
    route("items", "routes/case-items.tsx"),
    route("notes", "routes/case-notes.tsx"),
    route("brief", "routes/case-brief.tsx"),
    route("supervision", "routes/case-supervision.tsx"),
  ]),
  route("review/:episode", "routes/review.tsx"),
  route("tasks", "routes/tasks.tsx"),
  route("group/:group", "routes/group.tsx"),
  route("answer/:request", "routes/answer.tsx"),
  route("correct/:response", "routes/correct.tsx"),

  ...prefix("evidence", [
    index("routes/evidence.tsx"),
    route("claim/:claim", "routes/evidence-claim.tsx"),
    route("rules", "routes/evidence-rules.tsx"),
    route("syntheses", "routes/evidence-syntheses.tsx"),
    route("synthesis/:synthesis", "routes/evidence-synthesis.tsx"),
    route("synthesis/:synthesis/edition/:number", "routes/evidence-edition.tsx"),
    route("synthesis/:synthesis/export/:what", "routes/evidence-export.ts"),
    route("studies", "routes/evidence-studies.tsx"),
    route("study/new", "routes/evidence-study-new.tsx"),
    route("study/:study", "routes/evidence-study.tsx"),
    route("study/:study/correct", "routes/evidence-study-correct.tsx"),
    route("import", "routes/evidence-import.tsx"),
    route("change/:change", "routes/evidence-change.tsx"),
  ]),

  ...prefix("library", [
    index("routes/library.tsx"),
    route("texts", "routes/library-texts.tsx"),
    route("text/:text", "routes/library-text.tsx"),
    route("find", "routes/library-find.tsx"),
    route("concordance", "routes/library-concordance.tsx"),
    route("concept/:concept", "routes/library-concept.tsx"),
    route("concept/:concept/edition/:edition", "routes/library-edition.tsx"),
    route("concept/:concept/export/:file", "routes/library-export.ts"),
  ]),

  route("settings", "routes/settings.tsx"),
  route("settings/staff", "routes/settings-staff.tsx"),
  route("settings/wordings", "routes/settings-wordings.tsx"),
  route("settings/norms", "routes/settings-norms.tsx"),
  route("settings/evaluation", "routes/settings-evaluation.tsx"),
  route("settings/language-model", "routes/settings-language-model.tsx"),
  route("audit", "routes/audit.tsx"),
  route("import", "routes/import.tsx"),
  route("export", "routes/export.tsx"),
  route("export/ratings.csv", "routes/export-ratings.ts"),
  route("gallery", "routes/gallery.tsx"),
] satisfies RouteConfig;
