import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import type { Place } from './diagnostics.ts';

/** The intermediate representation: what a schema says, with every reference resolved, and nothing of how it was spelt. */

export interface Facets {
  readonly enumeration?: readonly string[];
  /** Each entry is what one step of derivation asks for; within it, one pattern must match. */
  readonly patterns?: readonly (readonly string[])[];
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly whiteSpace?: 'preserve' | 'replace' | 'collapse';
}

export type SimpleType =
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'named'; readonly name: ExpandedName }
  | { readonly kind: 'restriction'; readonly base: SimpleType; readonly facets: Facets }
  | { readonly kind: 'list'; readonly item: SimpleType }
  | { readonly kind: 'union'; readonly members: readonly SimpleType[] };

export interface NamedSimpleType {
  readonly name: ExpandedName;
  readonly definition: SimpleType;
  readonly place: Place;
}

export type TypeRef =
  | { readonly kind: 'simple'; readonly type: SimpleType }
  | { readonly kind: 'complex'; readonly key: string }
  /** xs:anyType: a tree. */
  | { readonly kind: 'any' };

export interface ElementUse {
  readonly name: ExpandedName;
  readonly type: TypeRef;
  readonly nillable: boolean;
  readonly default?: string;
  readonly fixed?: string;
  readonly place: Place;
}

export interface AttributeUse {
  readonly name: ExpandedName;
  readonly type: SimpleType;
  readonly required: boolean;
  readonly default?: string;
  readonly fixed?: string;
  readonly place: Place;
}

/** `undefined` in `except` stands for no namespace. */
export interface Wildcard {
  readonly namespaces: 'any' | { readonly except: string } | readonly string[];
}

export interface Occurs {
  readonly min: number;
  /** Infinity for `unbounded`. */
  readonly max: number;
}

export type Particle = Occurs &
  (
    | { readonly kind: 'element'; readonly element: ElementUse; readonly place: Place }
    | { readonly kind: 'any'; readonly wildcard: Wildcard; readonly place: Place }
    | {
        readonly kind: 'sequence' | 'choice' | 'all';
        readonly particles: readonly Particle[];
        /** The name of the xs:group, or of the head of a substitution group. */
        readonly label?: string;
        readonly place: Place;
      }
  );

export type Content =
  | { readonly kind: 'elements' | 'mixed'; readonly particle: Particle | undefined }
  | { readonly kind: 'simple'; readonly type: SimpleType }
  /** SOAP 1.1 section 5.4.2. */
  | { readonly kind: 'array'; readonly item: TypeRef; readonly itemName: ExpandedName };

export interface ComplexType {
  readonly key: string;
  /** Absent for an anonymous type. */
  readonly name: ExpandedName | undefined;
  /** What the type is called in code, before collisions are settled. */
  readonly label: string;
  readonly abstract: boolean;
  readonly base: string | undefined;
  readonly attributes: readonly AttributeUse[];
  readonly anyAttribute: Wildcard | undefined;
  readonly content: Content;
  readonly place: Place;
}

export type SoapVersion = '1.1' | '1.2';

/** By SOAP with an action, or as a document of XML over HTTP POST, `path` after the port's address. */
export type Protocol =
  | { readonly kind: 'soap'; readonly version: SoapVersion; readonly action: string }
  | { readonly kind: 'http'; readonly path: string };

export interface Binding {
  readonly protocol: Protocol;
  readonly service: string | undefined;
  readonly port: string | undefined;
  readonly location: string | undefined;
}

export interface Message {
  /** What the Body holds; absent when it holds nothing. */
  readonly body: ElementUse | undefined;
  readonly headers: readonly ElementUse[];
  readonly encoded: boolean;
}

export interface Operation {
  readonly name: string;
  readonly style: 'document' | 'rpc';
  readonly bindings: readonly Binding[];
  readonly input: Message;
  /** Absent for a one-way operation. */
  readonly output: Message | undefined;
  readonly faults: readonly ElementUse[];
  readonly place: Place;
}

export interface Model {
  /** Global elements and those that messages need; of these, two may share a name. */
  readonly elements: readonly ElementUse[];
  readonly complexTypes: ReadonlyMap<string, ComplexType>;
  readonly simpleTypes: ReadonlyMap<ExpandedName, NamedSimpleType>;
  readonly operations: readonly Operation[];
}
