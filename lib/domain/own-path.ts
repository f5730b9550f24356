/**
 * A path inside the portal that an address names to go on to, such as `?next=`; undefined where it leads anywhere else
 * (`proof` 4: redirect targets are checked).
 */
export function ownPath(wanted: string | string[] | undefined, under: `/${string}/`): string | undefined {
  if (typeof wanted !== "string" || !wanted.startsWith(under) || wanted.length > 300) return undefined;
  return /^\/[\w\-./?=&%]*$/.test(wanted) && !wanted.includes("//") && !wanted.includes("..") ? wanted : undefined;
}
