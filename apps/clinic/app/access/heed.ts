import { Refusal } from "@concord/practice";
import { data } from "react-router";

/** Lets a verb's refusal end the request as what it is, with its reason; everything else goes on unchanged. */
export async function heed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) throw data(error.message, { status: 403 });
    throw error;
  }
}
