/// An invented world to try every role in: people, what they seek and offer, talks, an agreement
/// and an initiative, all made through the services as people would make them.
@NullMarked
package org.bandung.cli.demo;

import org.jspecify.annotations.NullMarked;
