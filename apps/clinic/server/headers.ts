import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

/** What a page may load and do: its own files, its own marked scripts, nothing else and nobody else. */
function contentSecurityPolicy(nonce: string, https: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/**
 * Headers of every answer. A form's link holds its token, so no other site is told where a visitor comes from
 * (`no-referrer` would also hide a form's own `Origin`, by which we know our own pages).
 */
export function securityHeaders({ https }: { readonly https: boolean }): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64url");
    response.locals.nonce = nonce;
    response.set({
      "Content-Security-Policy": contentSecurityPolicy(nonce, https),
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy":
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()",
    });
    if (https)
      response.set({
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
        "Cross-Origin-Opener-Policy": "same-origin",
      });
    next();
  };
}

/** Almost every page speaks about someone: none is kept by a browser or by what stands between. */
export function keepNothing(): RequestHandler {
  return (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  };
}
