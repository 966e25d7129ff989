package org.bandung.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Hands letters to a mail server (SMTP).
final class MailServer {

  private static final int IMPLICIT_TLS = 465;
  private static final String PATIENCE_MILLIS = "20000";

  /// A letter the server did not take, for whatever reason.
  static final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    Undelivered(Exception cause) {
      super(cause);
    }

    String reason() {
      return String.valueOf(getCause());
    }
  }

  private final JavaMailSenderImpl sender;
  private final String from;

  MailServer(PostSettings.Server server, String from) {
    this.from = from;
    this.sender = new JavaMailSenderImpl();
    sender.setHost(server.host());
    sender.setPort(server.port());
    sender.setUsername(server.user());
    sender.setPassword(server.password());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    var properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
    if (server.encrypted()) {
      boolean atOnce = server.port() == IMPLICIT_TLS;
      properties.setProperty("mail.smtp.ssl.enable", String.valueOf(atOnce));
      properties.setProperty("mail.smtp.starttls.required", String.valueOf(!atOnce));
      properties.setProperty("mail.smtp.starttls.enable", String.valueOf(!atOnce));
      properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }
    sender.setJavaMailProperties(properties);
  }

  void deliver(Letter letter) throws Undelivered {
    try {
      MimeMessage message = sender.createMimeMessage();
      var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(letter.to());
      helper.setSubject(letter.subject());
      helper.setText(letter.text(), false);
      message.setHeader("Content-Language", letter.language());
      message.setHeader("Auto-Submitted", "auto-generated");
      sender.send(message);
    } catch (MessagingException | MailException e) {
      throw new Undelivered(e);
    }
  }
}
