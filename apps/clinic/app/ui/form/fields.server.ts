import { z } from "zod";

/** A line or several lines of text, without space around it, of 1 to `most` characters. A line end counts once. */
export const text = (most: number) =>
  z
    .string()
    .transform((value) => value.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1).max(most));

/** As sent: the spaces of a password are part of it. */
export const secretText = (most = 1_000) => z.string().min(1).max(most);

/** A day of the calendar, yyyy-mm-dd. */
export const day = z.string().trim().pipe(z.iso.date());

/** A whole number, as a number field sends it. */
export const wholeNumber = (least: number, most: number) => z.number().int().min(least).max(most);
