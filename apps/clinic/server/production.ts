/*
 * React and the router check everything that they render unless told otherwise, which takes a third of a page's time.
 * They read this when they are loaded, so that this is imported first. `NODE_ENV=development` keeps the checks.
 */
process.env.NODE_ENV ??= "production";
