const units = ['KB', 'MB', 'GB'] as const

/** `1.4 MB`, in steps of 1024. */
export const sizeText = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  const step = Math.min(Math.floor(Math.log2(bytes) / 10), units.length)
  const value = bytes / 1024 ** step
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[step - 1]}`
}

export const megabyte = 1024 * 1024
