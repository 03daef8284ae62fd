import type { Feature, Place } from '@/shared/feature';
import { fillSlots } from '@/shared/slots';

// Every folder under features is a feature; its index.ts is all that the application knows of it.
const modules = import.meta.glob<{ default: Feature }>('/src/features/*/index.ts', { eager: true });

const features = Object.values(modules).map((module) => module.default);

export const featureRoutes = features.flatMap((feature) => feature.routes);

export const places: Place[] = features.flatMap((feature) => feature.places ?? []).sort((a, b) => a.order - b.order);

for (const feature of features) fillSlots(feature.slots ?? []);
