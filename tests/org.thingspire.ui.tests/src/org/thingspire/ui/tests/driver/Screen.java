// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The screen: asks what is on it, waits until something is, takes pictures. */
public final class Screen {

    /** What is waited for takes a second or two, on a slow machine ten times as long, and this is ten times that: a guard against hanging. */
    public static final Duration PATIENCE = Duration.ofSeconds(200);
    private static final long LOOK_AGAIN_NS = 10_000_000;
    private static final long REST_NS = 100_000_000;
    private static final int MIDDLE_GRAY = 128;
    /** A caret blinks for ever. */
    private static final int MAX_LOOKS = 5;

    private final Display display;

    public Screen(Display display) {
        this.display = display;
    }

    public Display display() {
        return display;
    }

    /** Runs in the UI thread, where alone widgets and models may be looked at. */
    public <T> T ask(Callable<T> question) {
        Answer<T> answer = new Answer<>(question);
        display.syncExec(answer);
        return answer.get();
    }

    /** Waits until the condition, asked in the UI thread, holds. */
    public void waitUntil(String what, Callable<Boolean> condition) {
        waitUntil(what, PATIENCE, condition);
    }

    public void waitUntil(String what, Duration patience, Callable<Boolean> condition) {
        waitUntil(() -> what, patience, condition);
    }

    /** @param what asked for when it was in vain, in the UI thread */
    public void waitUntil(Supplier<String> what, Duration patience, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ask(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain until "
                        + ask(() -> what.get() + "; " + keyboard()));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
    }

    private String keyboard() {
        String windows = Stream.of(display.getShells()).filter(Shell::isVisible).map(Screen::name).collect(Collectors.joining(", "));
        return "the keyboard is at " + name(display.getFocusControl()) + " in " + name(display.getActiveShell())
                + ", of the windows " + windows;
    }

    private static String name(Control control) {
        return switch (control) {
            case null -> "nothing";
            case Shell shell -> "\"" + shell.getText() + "\"";
            default -> control.getClass().getSimpleName();
        };
    }

    /** Stores what is on the screen as PNG, once it has come to rest. */
    public void save(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {awaitRest()};
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    /** Waits until the screen changes no more: views fill themselves and figures are drawn in the background. Returns what is on it. */
    private ImageData awaitRest() {
        ImageData picture = picture();
        for (int i = 0; i < MAX_LOOKS; i++) {
            LockSupport.parkNanos(REST_NS);
            ImageData before = picture;
            picture = picture();
            if (Arrays.equals(before.data, picture.data)) {
                break;
            }
        }
        return picture;
    }

    /** How much of the screen is lighter than a middle gray, from 0 to 1. */
    public double lightShare() {
        return lightShare(ask(display::getBounds));
    }

    /** The same of a part of the screen. */
    public double lightShare(Rectangle part) {
        ImageData picture = awaitRest();
        long light = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                RGB color = picture.palette.getRGB(picture.getPixel(x, y));
                light += Math.max(color.red, Math.max(color.green, color.blue)) > MIDDLE_GRAY ? 1 : 0;
            }
        }
        return (double) light / part.width / part.height;
    }

    private ImageData picture() {
        return ask(() -> {
            display.update();
            Rectangle bounds = display.getBounds();
            Image image = new Image(display, bounds.width, bounds.height);
            GC gc = new GC(display);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            ImageData data = image.getImageData();
            image.dispose();
            return data;
        });
    }

    private static final class Answer<T> implements Runnable {

        private final Callable<T> question;
        private T value;
        private Throwable failure;

        Answer(Callable<T> question) {
            this.question = question;
        }

        @Override
        public void run() {
            try {
                value = question.call();
            } catch (Exception | AssertionError e) {
                failure = e;
            }
        }

        T get() {
            if (failure != null) {
                throw new AssertionError(failure.getMessage(), failure);
            }
            return value;
        }
    }
}
