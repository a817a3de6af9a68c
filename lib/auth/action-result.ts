/** What a server action hands back. `fields`: dotted name to what is wrong there. */
export type ActionResult<Data = void> =
  | { ok: true; data: Data }
  | { ok: false; message: string; fields: Record<string, string[]> }
