const FROM = /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"/gm;
const BARE = /^import\s+"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"/g;

/** What a file imports, type-only imports apart (they are gone before anything runs). */
export function importsOf(code: string): { specifier: string; typeOnly: boolean }[] {
  return [
    ...[...code.matchAll(FROM)].map(([, type, specifier = ""]) => ({
      specifier,
      typeOnly: type !== undefined,
    })),
    ...[...code.matchAll(BARE)].map(([, specifier = ""]) => ({ specifier, typeOnly: false })),
    ...[...code.matchAll(DYNAMIC)].map(([, specifier = ""]) => ({ specifier, typeOnly: false })),
  ];
}

/** The npm packages that a file needs when it runs: `pg`, `@scope/name`. */
export function packageImports(code: string): string[] {
  return importsOf(code)
    .filter(({ specifier, typeOnly }) => !typeOnly && !/^(\.|\/|node:|bun:?)/.test(specifier))
    .map(({ specifier }) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    );
}
