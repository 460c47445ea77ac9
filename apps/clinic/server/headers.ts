import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** Marks the scripts of one answer: `response.locals.nonce`. */
function nonce(): RequestHandler {
  return (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64url");
    next();
  };
}

/**
 * Returns what sets the headers of every answer. A page may load its own files and run its own marked scripts, nothing
 * else and nobody else's. A form's link holds its token, so that no other site is told where a visitor comes from
 * (`no-referrer` would also hide a form's own `Origin`, by which we know our own pages). While somebody works on the
 * pages (`live`), Vite puts style sheets into them and tells them over a socket what has changed.
 */
export function securityHeaders(choices: {
  readonly https: boolean;
  readonly live: boolean;
}): readonly RequestHandler[] {
  const { https, live } = choices;
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        "style-src": live ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": live ? ["'self'", "ws:"] : ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        ...(https && { "upgrade-insecure-requests": [] }),
      },
    },
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    crossOriginOpenerPolicy: https ? { policy: "same-origin" } : false,
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  return [nonce(), set as RequestHandler, permissionsPolicy];
}

/** The one header of the kind that helmet leaves to its users. */
const permissionsPolicy: RequestHandler = (_request, response, next) => {
  response.set(
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()",
  );
  next();
};

/** Almost every page speaks about someone: none is kept by a browser or by what stands between. */
export function noStore(): RequestHandler {
  return (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  };
}
