const LEGACY = /(["'])http:\/\/activiti\.org\/bpmn\1/g;

/** Older files name our extensions by another address; read as it is, what they say would be lost. */
export const modern = (source: string): string => source.replaceAll(LEGACY, '$1http://camunda.org/schema/1.0/bpmn$1');

/** Colours of ours mean nothing outside of the product. */
export const plainColours = (svg: string, colours: Record<string, string>): string =>
  svg.replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => colours[name] ?? whole);
