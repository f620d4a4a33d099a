// SPDX-License-Identifier: EPL-2.0
package org.thingspire.emfgen;

import java.nio.file.Path;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.codegen.merge.java.JControlModel;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/**
 * Generates the Java code of one EMF model during the Maven build, without an Eclipse workspace.
 *
 * <p>Run by the exec plugin of a bundle that owns a model. Arguments: the bundle's folder, its symbolic name, and the
 * path of the {@code .genmodel} inside it. The output folder is the one that the genmodel names.
 */
public final class GenerateModelCode {

    private GenerateModelCode() {
    }

    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("expected: <bundle folder> <bundle name> <genmodel path in the bundle>");
        }
        generate(Path.of(arguments[0]).toAbsolutePath(), arguments[1], arguments[2]);
    }

    private static void generate(Path bundleFolder, String bundleName, String genModelPath) {
        // The generator thinks in platform:/resource URIs; this maps the bundle's "project" to its folder.
        EcorePlugin.getPlatformResourceMap().put(bundleName, URI.createFileURI(bundleFolder + "/"));
        GenModel genModel = load(URI.createPlatformResourceURI(bundleName + "/" + genModelPath, true));
        Diagnostic result = generatorFor(genModel).generate(genModel, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, new BasicMonitor());
        if (result.getSeverity() != Diagnostic.OK) {
            throw new IllegalStateException("generation of " + genModelPath + " failed: " + result.getChildren());
        }
    }

    private static GenModel load(URI uri) {
        GenModelPackage.eINSTANCE.eClass();
        GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(
                GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
        ResourceSet resources = new ResourceSetImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("ecore", new EcoreResourceFactoryImpl());
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("genmodel", new EcoreResourceFactoryImpl());
        resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));
        GenModel genModel = (GenModel) resources.getResource(uri, true).getContents().get(0);
        genModel.reconcile();
        Diagnostic diagnostic = genModel.diagnose();
        if (diagnostic.getSeverity() >= Diagnostic.ERROR) {
            throw new IllegalStateException(uri + " is not usable: " + diagnostic.getChildren());
        }
        genModel.setCanGenerate(true);
        return genModel;
    }

    private static Generator generatorFor(GenModel genModel) {
        Generator generator = new Generator() {
            /** An empty control model switches merging off: it needs JDT, and the output is always regenerated whole. */
            @Override
            public JControlModel getJControlModel() {
                return new JControlModel();
            }
        };
        generator.setInput(genModel);
        return generator;
    }
}
