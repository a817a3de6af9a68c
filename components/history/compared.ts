/** Two runs at most are chosen for comparing: a third one takes the place of the first. */
export const chooseToCompare = (chosen: readonly string[], id: string): string[] =>
  chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen.slice(-1), id]
